// Any bytes into the text the rest of the program promises itself: valid UTF-8,
// '\n' line ends, no byte order mark, no control characters but tabs.
#pragma once

#include <string>
#include <string_view>

#include "base/diagnostics.h"
#include "base/source.h"

namespace kbgen {

// UTF-16 is known by its byte order mark. Bytes that are not UTF-8 are read as
// Windows-1252 when nothing else in the file is UTF-8, and become U+FFFD
// otherwise; either is reported as `not-utf8`. NUL bytes become U+FFFD, other
// control characters become spaces and are reported once as `control-characters`.
SourceFile decode_source(std::string path, std::string_view bytes, Diagnostics& diag);

// The same for programs, as assets of a theme are, in which control characters
// may mean something.
SourceFile decode_program(std::string path, std::string_view bytes, Diagnostics& diag);

// UTF-8 that was read as Windows-1252 and written as UTF-8 once more ("Ã©" for
// "é", "â€™" for an apostrophe), undone and reported once as `double-encoded`.
// Only runs that decode to one valid character are touched.
SourceFile repair_double_encoding(SourceFile file, Diagnostics& diag);

}  // namespace kbgen
