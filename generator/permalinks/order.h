// Where in a transcript an id stands, in a number that edits leave alone: so that
// the place is still known when the words and all their surroundings are gone.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace kbgen {

// From 0, ascending through the text; two places may have the same.
using OrderNumber = std::uint16_t;
inline constexpr OrderNumber highest_order_number = 4095;  // two letters of the lock

// A number for each place of a text, in its order. As many as are in order keep
// theirs, the others get new ones between them; so a second time nothing changes.
std::vector<OrderNumber> order_numbers(const std::vector<std::optional<OrderNumber>>& known);

}  // namespace kbgen
