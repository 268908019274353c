#include "base/sizes.h"

#include <doctest/doctest.h>

namespace kbgen {

TEST_CASE("sizes are read as people write them") {
  CHECK(parse_size("2 MB") == 2'000'000);
  CHECK(parse_size("2mb") == 2'000'000);
  CHECK(parse_size(" 1.5 GB ") == 1'500'000'000);
  CHECK(parse_size("500 kB") == 500'000);
  CHECK(parse_size("12 bytes") == 12);
  for (const char* wrong : {"", "MB", "2", "2 M", "2 MB more", "-2 MB", "0 MB", "1e3 MB", "nan MB",
                            "inf GB", "99999999999999 GB", "2,5 MB"}) {
    CAPTURE(wrong);
    CHECK(!parse_size(wrong));
  }
}

TEST_CASE("sizes are written as people read them") {
  CHECK(format_size(0) == "0 kB");
  CHECK(format_size(1) == "1 kB");
  CHECK(format_size(411'001) == "412 kB");
  CHECK(format_size(2'440'000) == "2.4 MB");
  CHECK(format_size(1'089'000'000) == "1089.0 MB");
}

}  // namespace kbgen
