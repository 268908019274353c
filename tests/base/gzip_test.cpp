#include "base/gzip.h"

#include <doctest/doctest.h>

#include "support/gunzip.h"

namespace kbgen {

TEST_CASE("what was compressed comes out again, whatever unit its size has") {
  std::string text;
  for (int i = 0; i < 3000; ++i) text += "word" + std::to_string(i * i) + ' ';
  for (std::string_view one : {std::string_view(), std::string_view("a"), std::string_view(text)})
    for (std::size_t unit : {1, 2, 7, 256}) {
      std::string bytes = gzip(one, unit);
      CHECK(bytes.size() % unit == 0);
      CHECK(gunzip(bytes) == one);
    }
  CHECK(gzip(text).size() < text.size() / 2);
}

TEST_CASE("compressed bytes tell no time and no system, and are the same again") {
  std::string bytes = gzip("mills");
  CHECK(bytes.substr(0, 10) == std::string("\x1f\x8b\x08\0\0\0\0\0\0\xff", 10));
  CHECK(gzip("mills") == bytes);
}

}  // namespace kbgen
