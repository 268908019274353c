// Reads the id of a paragraph. It has a second of the recording, as "t=754", or a hash of words and
// the number of the paragraph among those with these words, as "p-1f3a9c02-3". Ids of locks that
// somebody edited may be neither.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace kbgen {

// "t=754" → 754; nothing for other ids.
std::optional<std::int64_t> seconds_of_id(std::string_view id);

struct WordsId {
  std::string_view base;     // "p-1f3a9c02"
  std::uint32_t number = 1;  // the id of the first paragraph does not show it
};

// "p-1f3a9c02-3" → "p-1f3a9c02" and 3; nothing for other ids. `base` is a part of `id`.
std::optional<WordsId> words_of_id(std::string_view id);

// Sorts ids as the paragraphs of a text have them: by second, then by words and number ("-10" is
// behind "-9").
bool is_earlier_id(std::string_view a, std::string_view b);

}  // namespace kbgen
