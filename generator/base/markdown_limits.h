// Markdown that the library would take hours for. Some of what it looks for
// costs it the square of what stands there: thirty thousand columns, a link of
// ten thousand closing parentheses. Nobody writes such text by hand, so it is
// refused before the library sees it.
#pragma once

#include "base/diagnostics.h"
#include "base/source.h"

namespace kbgen {

// Whether `part` can be read in a time that grows with its size only.
bool is_bearable_markdown(Span part);

// The same, and reports `markdown-limit` where it cannot.
bool check_markdown_limits(Span part, Diagnostics& diag);

}  // namespace kbgen
