// Any bytes into the text the rest of the program promises itself: valid UTF-8,
// '\n' line ends, no byte order mark, no NUL.
#pragma once

#include <string>
#include <string_view>

#include "base/diagnostics.h"
#include "base/source.h"

namespace kbgen {

// UTF-16 is known by its byte order mark. Bytes that are not UTF-8 are read as
// Windows-1252 when nothing else in the file is UTF-8, and become U+FFFD
// otherwise; either is reported as `not-utf8`. NUL bytes become U+FFFD.
SourceFile decode_source(std::string path, std::string_view bytes, Diagnostics& diag);

// UTF-8 that was read as Windows-1252 and written as UTF-8 once more ("Ã©" for
// "é", "â€™" for an apostrophe), undone and reported as `double-encoded`. Only
// runs that decode to one valid character are touched.
SourceFile repair_double_encoding(SourceFile file, Diagnostics& diag);

}  // namespace kbgen
