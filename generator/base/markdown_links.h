// Links in the source of Markdown: where they stand in it, and which of them are
// [[wiki links]], which the Markdown library takes for text.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/markdown_slot.h"
#include "base/source.h"

namespace kbgen {

// Finds the places of links that are asked for in the order of the source.
class LinkFinder {
 public:
  explicit LinkFinder(Span part) : part_(part) {}

  // The place of an address as it is written, behind the one that was found last.
  // An empty span at the beginning of the part if it stands there in another way.
  Span find(std::string_view written) { return find(written, link_cursor_); }
  // The same for what is between [[ and ]].
  Span find_wiki(std::string_view inside) { return find(inside, wiki_cursor_); }
  // Whether the author wrote the brackets before it as \[[ or \[\[, which are brackets.
  bool is_escaped(Span inside) const;

 private:
  Span find(std::string_view written, std::uint32_t& cursor);

  Span part_;
  std::uint32_t wiki_cursor_ = 0, link_cursor_ = 0;
  int searches_in_vain_ = 0;
};

struct TextOrLink {
  std::string text;
  std::optional<MarkdownSlot> link;  // of the kind `wiki`; then there is no text
};

// A text as parts in order, some of which are wiki links.
std::vector<TextOrLink> cut_at_wiki_links(std::string_view text, LinkFinder& finder);

}  // namespace kbgen
