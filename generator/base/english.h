// What several readers of English text must agree on.
#pragma once

#include <algorithm>
#include <iterator>
#include <string_view>

namespace kbgen {

// Whether a word in small letters, without its full stop, stands before the name
// of a person: "Dr. Lovelace".
constexpr bool is_honorific(std::string_view word) {
  constexpr std::string_view honorifics[] = {"mr", "mrs", "ms", "dr", "prof"};
  return std::ranges::find(honorifics, word) != std::end(honorifics);
}

}  // namespace kbgen
