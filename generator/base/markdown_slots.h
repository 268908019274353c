// Between markdown.cpp, which knows the library, and markdown_html.cpp, which
// does not: HTML in which the slots are still marks.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "base/markdown_slot.h"
#include "base/source.h"

namespace kbgen {

// The number of a piece stands between these two, which no author can write.
inline constexpr char slot_begin = '\x01', slot_end = '\x02';

// HTML that this program writes where the author had a link, and the slot in it.
struct MarkedPiece {
  std::string before;
  std::optional<MarkdownSlot> slot;  // its offset is not known yet
  std::string after;
};

struct MarkedHtml {
  std::string html;
  std::vector<MarkedPiece> pieces;  // by number
};

MarkedHtml render_with_marks(Span part, Diagnostics& diag);

}  // namespace kbgen
