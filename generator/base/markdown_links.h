// Finds links in the source of Markdown: their places, which the Markdown library does not tell,
// and wiki links in double brackets, which it takes for text.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/markdown_slot.h"
#include "base/source.h"

namespace kbgen {

// Finds the places of links in `part`. Links must be asked for in the order of the source.
class LinkFinder {
 public:
  explicit LinkFinder(Span part) : part_(part) {}

  // The place of an address as it is written, after the one that was found before. If it cannot be
  // found, because it is written in another way, an empty span at the beginning of the part.
  Span find(std::string_view written) { return find(written, link_cursor_); }
  // The same for the text between [[ and ]] of a wiki link.
  Span find_wiki(std::string_view inside);
  // Whether the author wrote the brackets before `inside` as \[[ or \[\[, so that they are brackets
  // and no wiki link.
  bool is_escaped(Span inside) const;

 private:
  Span find(std::string_view written, std::uint32_t& cursor);

  Span part_;
  std::uint32_t wiki_cursor_ = 0, link_cursor_ = 0;
  int searches_in_vain_ = 0;
};

struct TextOrLink {
  std::string text;                  // empty if it is a link
  std::optional<MarkdownSlot> link;  // of the kind `wiki`
};

// Cuts a text into its wiki links and what is between them, in order.
std::vector<TextOrLink> cut_at_wiki_links(std::string_view text, LinkFinder& finder);

}  // namespace kbgen
