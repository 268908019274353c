// Fragments of addresses ("t=754"), which lead to moments of a page, and how the lock remembers
// them.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "permalinks/order.h"
#include "permalinks/sketch.h"

namespace kbgen {

// A moment that was published, as one line of the lock has it.
struct PublishedFragment {
  std::string id;  // "t=754"; of a page that this one replaced, with path: "episodes/old/#t=754"
  PlaceSketch words;
  std::optional<PlaceSketch> gone{};   // if the words are gone: where they stood
  std::optional<OrderNumber> order{};  // not known for what older versions published

  bool operator==(const PublishedFragment&) const = default;
};

// A published id that leads to a paragraph but is not its own id.
struct OldAnchor {
  std::uint32_t paragraph = 0;
  std::string id;
  bool is_gone = false;  // its words are gone; they stood in or beside this paragraph

  bool operator==(const OldAnchor&) const = default;
};

// Where a paragraph begins.
struct ParagraphStart {
  std::uint32_t offset = 0;             // bytes, from the beginning of the transcript's text
  std::optional<std::int64_t> seconds;  // in the recording, if known
};

// Makes the id of a paragraph from its words ("p-1f3a9c02"), for paragraphs that no time tells from
// others. A function, because making an id is slow and most paragraphs need none.
using NameByWords = std::function<std::string(std::uint32_t paragraph)>;

}  // namespace kbgen
