// Decodes the bytes of files to text as all other code expects it: valid UTF-8 with '\n' as line
// end, without a byte order mark and without control characters other than tabs.
#pragma once

#include <string>
#include <string_view>

#include "base/diagnostics.h"
#include "base/source.h"

namespace kbgen {

// Decodes a file. UTF-16 is recognised by its byte order mark. Bytes that are not UTF-8 are read as
// Windows-1252 if nothing in the file is UTF-8 beyond ASCII, and become U+FFFD otherwise; both are
// reported as `not-utf8`. NUL bytes become U+FFFD; other control characters become spaces and are
// reported once, as `control-characters`.
SourceFile decode_source(std::string path, std::string_view bytes, Diagnostics& diag);

// The same for scripts and style sheets of a theme: control characters other than NUL stay, because
// they may have a meaning there.
SourceFile decode_program(std::string path, std::string_view bytes, Diagnostics& diag);

// Repairs UTF-8 that was read as Windows-1252 and then written as UTF-8 once more ("Ã©" for "é",
// "â€™" for an apostrophe), and reports it once as `double-encoded`. Only runs that decode to one
// valid character are changed.
SourceFile repair_double_encoding(SourceFile file, Diagnostics& diag);

// Text from a library that may write a character as one byte where UTF-8 has two: such bytes become
// the characters of Latin-1 that they are. Valid UTF-8 is returned as it is.
std::string repair_utf8(std::string text);

}  // namespace kbgen
