#include "model/inflections.h"

#include <doctest/doctest.h>

using namespace kbgen;

static std::string plural(std::string_view name) { return plural_of(name).value_or("-"); }
static std::string singular(std::string_view name) { return singular_of(name).value_or("-"); }

TEST_CASE("the last word of an English name goes into the plural") {
  CHECK(plural("neural network") == "neural networks");
  CHECK(plural("MOOC") == "MOOCs");
  CHECK(plural("search box") == "search boxes");
  CHECK(plural("crash") == "crashes");
  CHECK(plural("graph query") == "graph queries");
  CHECK(plural("day") == "days");
  CHECK(plural("API key (JSON)") == "-");
  CHECK(plural("C++") == "-");
  CHECK(plural("R") == "-");
  CHECK(plural("café") == "-");
}

TEST_CASE("a plural of several words, or of capitals, has a singular; one word alone has none") {
  CHECK(singular("neural networks") == "neural network");
  CHECK(singular("graph queries") == "graph query");
  CHECK(singular("search boxes") == "search box");
  CHECK(singular("base classes") == "base class");
  CHECK(singular("MOOCs") == "MOOC");
  CHECK(singular("news") == "-");
  CHECK(singular("moments") == "-");
  CHECK(singular("data analysis") == "-");
  CHECK(singular("glass") == "-");
  CHECK(singular("neural network") == "-");
}

TEST_CASE("a site that does not say its language is English") {
  CHECK(is_english(""));
  CHECK(is_english("en-GB"));
  CHECK(!is_english("de"));
  CHECK(!is_english("enm"));
}
