// Order numbers: where in a transcript an id stands among the others, in a number that edits do not
// change. By it the place is still known when its words and all words around them are gone.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace kbgen {

// Order numbers start from 0 and ascend through the text; two places may have the same one.
using OrderNumber = std::uint16_t;
inline constexpr OrderNumber highest_order_number = 4095;  // the lock has two letters for it

// Returns a number for each place of a text, in the order of the text. `known` has the numbers
// from before: as many of them as are in order are kept, and the other places get numbers between
// them. Numbers that this returned do not change when it is called with them.
std::vector<OrderNumber> order_numbers(const std::vector<std::optional<OrderNumber>>& known);

}  // namespace kbgen
