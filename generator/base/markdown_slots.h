// What markdown.cpp, which knows the Markdown library, hands to markdown_html.cpp, which does not:
// HTML in which slots are still marked by numbers.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "base/markdown_slot.h"
#include "base/source.h"

namespace kbgen {

struct MarkdownBlock;

// A mark is the number of a piece between these two characters, which authors cannot write.
inline constexpr char slot_begin = '\x01', slot_end = '\x02';

// HTML that kbgen writes in place of a mark, and the slot in it.
struct MarkedPiece {
  std::string before;
  std::optional<MarkdownSlot> slot;  // its offset is set when the mark is replaced
  std::string after;
};

struct MarkedHtml {
  std::string html;
  std::vector<MarkedPiece> pieces;  // by number
};

// The leaf blocks of notes, as markdown_blocks() has those of a transcript: footnotes come last,
// and their signs are no text.
std::vector<MarkdownBlock> blocks_of_notes(Span part);

// Renders notes, which must be within the limits of markdown_limits.h, as HTML with marks. Reports
// `unsafe-link`.
MarkedHtml render_with_marks(Span part, Diagnostics& diag);

}  // namespace kbgen
