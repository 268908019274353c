// Refuses Markdown that the library would need hours for. For some constructs its time grows with
// the square of their size: a table of thirty thousand columns, a link with ten thousand closing
// parentheses. Nobody writes such text by hand, so it is refused before the library reads it.
#pragma once

#include "base/diagnostics.h"
#include "base/source.h"

namespace kbgen {

// Whether the library can read `part` in reasonable time: about a tenth of a second, and as much
// again for each megabyte.
bool is_within_markdown_limits(Span part);

// The same, but reports `markdown-limit` if it cannot.
bool check_markdown_limits(Span part, Diagnostics& diag);

}  // namespace kbgen
