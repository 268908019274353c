// What the id of a paragraph says by itself: a second of the recording, as in
// "t=754", or words and which of several paragraphs with these words is meant,
// as in "p-1f3a9c02-3". Ids of locks that somebody edited may say neither.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace kbgen {

// "t=754" → 754
std::optional<std::int64_t> seconds_of_id(std::string_view id);

struct WordsId {
  std::string_view base;     // "p-1f3a9c02"
  std::uint32_t number = 1;  // the first has none in its id
};

std::optional<WordsId> words_of_id(std::string_view id);

// The order in which paragraphs without anything else to tell them apart carry
// their ids: by second, then by words and number ("-10" is behind "-9").
bool is_earlier_id(std::string_view a, std::string_view b);

}  // namespace kbgen
