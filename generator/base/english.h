// What is known of English words. It is here so that all code that reads English agrees on it.
#pragma once

#include <algorithm>
#include <iterator>
#include <string_view>

namespace kbgen {

// Whether a word, in lower case and without its full stop, is a title before the name of a person:
// "dr" of "Dr. Lovelace".
constexpr bool is_honorific(std::string_view word) {
  constexpr std::string_view honorifics[] = {"mr", "mrs", "ms", "dr", "prof"};
  return std::ranges::find(honorifics, word) != std::end(honorifics);
}

}  // namespace kbgen
