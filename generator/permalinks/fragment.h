// What a moment of a page is called in addresses, and how the lock remembers it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "permalinks/order.h"
#include "permalinks/sketch.h"

namespace kbgen {

// One line of the lock.
struct PublishedFragment {
  std::string id;  // without '#', but for one of another page: "episodes/part-two/#t=10"
  PlaceSketch words;
  std::optional<PlaceSketch> gone{};   // the words are in the transcript no more: they stood here
  std::optional<OrderNumber> order{};  // not known of what older versions published

  bool operator==(const PublishedFragment&) const = default;
};

// An id that is not the paragraph's own.
struct OldAnchor {
  std::uint32_t paragraph = 0;
  std::string id;
  bool is_gone = false;  // what it was for stood beside this paragraph

  bool operator==(const OldAnchor&) const = default;
};

}  // namespace kbgen
