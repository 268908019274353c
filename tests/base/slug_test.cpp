#include <doctest/doctest.h>

#include "base/text.h"

namespace kbgen {

TEST_CASE("a slug is what people would type") {
  CHECK(slugify("Łukasz Żółć") == "lukasz-zolc");
  CHECK(slugify("Đorđe Šćekić") == "dorde-scekic");
  CHECK(slugify("Søren Æbelø") == "soren-aebelo");
  CHECK(slugify("Straße & Œuvre") == "strasse-oeuvre");
  CHECK(slugify("Þór Guðmundsson") == "thor-gudmundsson");
  CHECK(slugify("Işık") == "isik");
  CHECK(slugify("It's C++ — 2.0!") == "its-c-2-0");
  CHECK(slugify("音声") == "音声");
  CHECK(slugify("…") == "untitled");
}

TEST_CASE("a long slug is cut at a word, and never within a letter") {
  std::string words = slugify(std::string("what a long title this is, ") + std::string(100, 'x'));
  CHECK(words == "what-a-long-title-this-is-" + std::string(54, 'x'));
  std::string letters;
  for (int i = 0; i < 60; ++i) letters += "語";
  CHECK(slugify(letters).size() == 78);
}

}  // namespace kbgen
