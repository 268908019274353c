#include "permalinks/order.h"

#include <algorithm>

namespace kbgen {

// Returns the longest subsequence of known numbers that never descends, as indexes into `known`.
static std::vector<std::size_t> places_in_order(
    const std::vector<std::optional<OrderNumber>>& known) {
  constexpr auto none = static_cast<std::size_t>(-1);
  std::vector<std::size_t> last_of_length, before(known.size(), none);
  for (std::size_t i = 0; i < known.size(); ++i) {
    if (!known[i]) continue;
    auto behind = std::ranges::upper_bound(last_of_length, *known[i], {},
                                           [&](std::size_t place) { return *known[place]; });
    if (behind != last_of_length.begin()) before[i] = *std::prev(behind);
    if (behind == last_of_length.end())
      last_of_length.push_back(i);
    else
      *behind = i;
  }
  std::vector<std::size_t> places;
  for (std::size_t i = last_of_length.empty() ? none : last_of_length.back(); i != none;
       i = before[i])
    places.push_back(i);
  std::ranges::reverse(places);
  return places;
}

std::vector<OrderNumber> order_numbers(const std::vector<std::optional<OrderNumber>>& known) {
  std::vector<OrderNumber> numbers(known.size());
  std::vector<std::size_t> kept = places_in_order(known);
  kept.push_back(known.size());
  std::size_t begin = 0;
  std::uint32_t low = 0;
  for (std::size_t place : kept) {
    bool is_end = place == known.size();
    std::uint32_t high = is_end ? highest_order_number : *known[place];
    auto count = static_cast<std::uint32_t>(place - begin);
    for (std::uint32_t k = 0; k < count; ++k)
      numbers[begin + k] = static_cast<OrderNumber>(low + (high - low) * (k + 1) / (count + 1));
    if (!is_end) numbers[place] = *known[place];
    low = high;
    begin = place + 1;
  }
  return numbers;
}

}  // namespace kbgen
