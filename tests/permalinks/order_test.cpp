// Numbers that say where a moment stands: kept as far as they are in order.

#include "permalinks/order.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

namespace kbgen {

using Known = std::vector<std::optional<OrderNumber>>;
using Numbers = std::vector<OrderNumber>;

static Known known(const Numbers& numbers) { return {numbers.begin(), numbers.end()}; }

TEST_CASE("new places get numbers between those around them, others keep theirs") {
  CHECK(order_numbers({}).empty());
  CHECK(order_numbers({std::nullopt, std::nullopt, std::nullopt}) == Numbers{1023, 2047, 3071});
  CHECK(order_numbers({100, std::nullopt, 200}) == Numbers{100, 150, 200});
  CHECK(order_numbers({100, std::nullopt, 101}) == Numbers{100, 100, 101});
  // One paragraph went to the end: it alone is numbered anew.
  CHECK(order_numbers({200, 300, 100}) == Numbers{200, 300, 2197});
}

TEST_CASE("numbers never descend, and a second time none changes") {
  std::mt19937 random(3);
  for (int round = 0; round < 500; ++round) {
    Known before(random() % 40);
    for (std::optional<OrderNumber>& one : before)
      if (random() % 3) one = static_cast<OrderNumber>(random() % (highest_order_number + 1));
    Numbers numbers = order_numbers(before);
    CHECK(std::ranges::is_sorted(numbers));
    CHECK(order_numbers(known(numbers)) == numbers);
  }
}

}  // namespace kbgen
