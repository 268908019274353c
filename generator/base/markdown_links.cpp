#include "base/markdown_links.h"

#include <algorithm>
#include <utility>

#include "base/text.h"

namespace kbgen {

// A link that is written in another way in the source cannot be found, and the whole source is
// searched for it. After many such links none is looked for any more, to limit the time.
Span LinkFinder::find(std::string_view written, std::uint32_t& cursor) {
  constexpr int most_in_vain = 200;
  std::string_view text = part_.text();
  std::string_view first_line = written.substr(0, written.find(' '));
  std::size_t at = searches_in_vain_ < most_in_vain ? text.find(written, cursor) : text.npos;
  if (at == text.npos && ++searches_in_vain_ <= most_in_vain) {
    at = text.find(first_line, cursor);
    if (at == text.npos) at = text.find(written);
  }
  if (at == text.npos) return {part_.file, part_.begin, part_.begin};
  cursor = static_cast<std::uint32_t>(at + written.size());
  return {part_.file, part_.begin + static_cast<std::uint32_t>(at), part_.begin + cursor};
}

Span LinkFinder::find_wiki(std::string_view inside) {
  // Its bracket is a part of what is looked for, because the words alone may stand before the link.
  Span span = find("[" + std::string(inside), wiki_cursor_);
  if (span.begin < span.end) ++span.begin;
  return span;
}

bool LinkFinder::is_escaped(Span inside) const {
  std::string_view before =
      part_.text().substr(0, std::max(inside.begin, part_.begin) - part_.begin);
  if (!before.ends_with('[')) return false;
  before.remove_suffix(1);
  if (before.ends_with('[')) before.remove_suffix(1);
  return (before.size() - before.find_last_not_of('\\') - 1) % 2 == 1;
}

static MarkdownSlot wiki_slot(std::string_view inside, Span span) {
  MarkdownSlot slot;
  slot.kind = MarkdownSlot::Kind::wiki;
  slot.span = span;
  std::size_t bar = inside.find('|');
  slot.target = trim(inside.substr(0, bar));
  if (bar != inside.npos) slot.label = trim(inside.substr(bar + 1));
  return slot;
}

std::vector<TextOrLink> cut_at_wiki_links(std::string_view text, LinkFinder& finder) {
  std::vector<TextOrLink> parts;
  auto add_text = [&](std::string_view part) {
    if (!part.empty()) parts.push_back({std::string(part), std::nullopt});
  };
  std::size_t done = 0;
  while (true) {
    std::size_t begin = text.find("[[", done), end = text.find("]]", begin);
    if (begin == text.npos || end == text.npos) break;
    add_text(text.substr(done, begin - done));
    std::string_view inside = text.substr(begin + 2, end - begin - 2);
    Span span = finder.find_wiki(inside);
    done = end + 2;
    if (finder.is_escaped(span))
      add_text(text.substr(begin, done - begin));
    else
      parts.push_back({"", wiki_slot(inside, span)});
  }
  add_text(text.substr(done));
  return parts;
}

}  // namespace kbgen
