// Between markdown.cpp, which knows the library, and markdown_html.cpp, which
// does not: HTML in which the slots are still marks.
#pragma once

#include <string>
#include <vector>

#include "base/markdown.h"

namespace kbgen {

// A slot's number stands between these two, which no author can write.
inline constexpr char slot_begin = '\x01', slot_end = '\x02';

struct MarkedHtml {
  std::string html;
  std::vector<MarkdownSlot> slots;  // by number; their offsets are not known yet
};

MarkedHtml render_with_marks(Span part, Diagnostics& diag);

}  // namespace kbgen
