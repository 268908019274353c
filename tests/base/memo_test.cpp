#include "base/memo.h"

#include <doctest/doctest.h>

namespace kbgen {

namespace {

// Doubles its input, says how often it did, and warns each time.
struct Doubling {
  struct Doubled {
    int input = 0, output = 0;
  };
  Memo<Doubled> memo;
  int times = 0;

  int of(const std::string& name, int input, Diagnostics& diag, bool fails = false) {
    return memo
        .get(
            name, diag, [&](const Doubled& before) { return before.input == input; },
            [&](Diagnostics& mine) {
              ++times;
              mine.warning("shared-alias", name, "doubled");
              if (fails) mine.error("bad-yaml", name, "failed");
              return Doubled{input, 2 * input};
            })
        ->output;
  }
};

}  // namespace

TEST_CASE("the same input is made once, and its reports are said each time") {
  Doubling doubling;
  Diagnostics first, second, third;
  CHECK(doubling.of("a", 4, first) == 8);
  CHECK(doubling.of("a", 4, second) == 8);
  CHECK(doubling.times == 1);
  CHECK(format_diagnostics(first) == format_diagnostics(second));
  CHECK(doubling.of("a", 5, third) == 10);
  CHECK(doubling.times == 2);
}

TEST_CASE("what ended in an error is made again") {
  Doubling doubling;
  Diagnostics diag;
  doubling.of("a", 4, diag, true);
  doubling.of("a", 4, diag, true);
  CHECK(doubling.times == 2);
}

TEST_CASE("what nobody asked for since the last sweep is forgotten") {
  Doubling doubling;
  Diagnostics diag;
  doubling.of("a", 4, diag);
  doubling.of("b", 4, diag);
  doubling.memo.sweep();
  doubling.of("a", 4, diag);
  doubling.memo.sweep();
  CHECK(doubling.times == 2);
  doubling.of("b", 4, diag);
  CHECK(doubling.times == 3);
  doubling.of("a", 4, diag);
  CHECK(doubling.times == 3);
}

TEST_CASE("without a memory everything is made anew") {
  Diagnostics diag;
  Memo<int> memo(Memory::none);
  int times = 0;
  for (int i = 0; i < 2; ++i)
    memo.get(
        "a", diag, [](int) { return true; }, [&](Diagnostics&) { return ++times; });
  CHECK(times == 2);
}

}  // namespace kbgen
