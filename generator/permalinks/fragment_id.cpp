#include "permalinks/fragment_id.h"

#include <charconv>
#include <tuple>

#include "base/ascii.h"
#include "base/time.h"

namespace kbgen {

namespace {

// Reads a number as ids have it: digits alone, without a leading zero. Returns nothing else.
template <typename Number>
std::optional<Number> read_count(std::string_view text) {
  bool is_plain = !text.empty() && is_digit(text[0]);
  if (!is_plain || (text[0] == '0' && text.size() > 1)) return std::nullopt;
  Number number = 0;
  auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (problem != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

// Ids have no higher number than this, so that counting on from one cannot overflow.
constexpr std::uint32_t highest_number = 1'000'000'000;

}  // namespace

std::optional<std::int64_t> seconds_of_id(std::string_view id) {
  if (!id.starts_with("t=")) return std::nullopt;
  std::optional<std::int64_t> seconds = read_count<std::int64_t>(id.substr(2));
  return seconds && *seconds <= longest_recording.ms / 1000 ? seconds : std::nullopt;
}

std::optional<WordsId> words_of_id(std::string_view id) {
  if (!id.starts_with("p-")) return std::nullopt;
  std::size_t dash = id.rfind('-');
  if (dash < 3) return WordsId{id, 1};
  std::optional<std::uint32_t> number = read_count<std::uint32_t>(id.substr(dash + 1));
  if (!number || *number < 2 || *number > highest_number) return WordsId{id, 1};
  return WordsId{id.substr(0, dash), *number};
}

bool is_earlier_id(std::string_view a, std::string_view b) {
  auto key = [](std::string_view id) {
    std::optional<std::int64_t> seconds = seconds_of_id(id);
    WordsId words = words_of_id(id).value_or(WordsId{id, 1});
    return std::tuple(!seconds, seconds.value_or(0), words.base, words.number, id);
  };
  return key(a) < key(b);
}

}  // namespace kbgen
