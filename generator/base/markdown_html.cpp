// Finishes the HTML that the Markdown library renders: headings get their levels and ids, and marks
// of slots are replaced by what belongs there. markdown.cpp does what needs the library.

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/html.h"
#include "base/markdown.h"
#include "base/markdown_limits.h"
#include "base/markdown_slots.h"
#include "base/text.h"

namespace kbgen {

namespace {

// Replaces the marks by their pieces, and sets the offsets of the slots.
void put_pieces(MarkdownHtml& rendered, std::vector<MarkedPiece> pieces) {
  std::string html;
  std::string_view rest = rendered.html;
  for (std::size_t at; (at = rest.find(slot_begin)) != rest.npos;) {
    html.append(rest.substr(0, at));
    std::size_t end = rest.find(slot_end, at);
    std::size_t number = 0;
    for (char digit : rest.substr(at + 1, end - at - 1))
      number = number * 10 + static_cast<std::size_t>(digit - '0');
    MarkedPiece& piece = pieces[number];
    html += piece.before;
    if (piece.slot) {
      piece.slot->offset = static_cast<std::uint32_t>(html.size());
      rendered.slots.push_back(std::move(*piece.slot));
    }
    html += piece.after;
    rest.remove_prefix(end + 1);
  }
  rendered.html = html.append(rest);
}

// Gives <h1> … <h6> their levels and ids. An author's own '<' is escaped in this HTML, so every
// "<h1>" comes from the library.
std::string place_headings(std::string_view html, const std::vector<MarkdownBlock>& headings,
                           HeadingStyle style) {
  std::string out;
  std::map<std::string, int> seen;
  int highest = 6;
  for (const MarkdownBlock& heading : headings) highest = std::min(highest, heading.level);
  for (const MarkdownBlock& heading : headings) {
    std::string open = fmt::format("<h{}>", heading.level),
                close = fmt::format("</h{}>", heading.level);
    std::size_t begin = html.find(open), end = html.find(close, begin);
    if (end == html.npos) break;
    int level = std::min(6, heading.level - highest + style.top_level);
    std::string id = std::string(style.id_prefix) + slugify(heading.text);
    if (int again = seen[id]++) id += fmt::format("-{}", again + 1);
    std::string_view inside = html.substr(begin + open.size(), end - begin - open.size());
    out.append(html.substr(0, begin));
    out += fmt::format("<h{0} id=\"{1}\">{2}</h{0}>", level, escape_html(id), inside);
    html.remove_prefix(end + close.size());
  }
  return out.append(html);
}

}  // namespace

MarkdownHtml markdown_html(Span part, HeadingStyle style, Diagnostics& diag) {
  MarkdownHtml rendered;
  if (!check_markdown_limits(part, diag)) return rendered;
  std::vector<MarkdownBlock> headings;
  for (MarkdownBlock& block : blocks_of_notes(part)) {
    if (block.kind == MarkdownBlock::Kind::heading) headings.push_back(block);
    if (block.text.empty()) continue;
    if (!rendered.text.empty()) rendered.text += '\n';
    rendered.text += block.text;
  }
  MarkedHtml marked = render_with_marks(part, diag);
  rendered.html = place_headings(marked.html, headings, style);
  put_pieces(rendered, std::move(marked.pieces));
  return rendered;
}

}  // namespace kbgen
