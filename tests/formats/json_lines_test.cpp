#include "formats/json_lines.h"

#include <doctest/doctest.h>

namespace kbgen {

TEST_CASE("JSON with a value a line is a list, with places in the whole text") {
  const std::string text = "\n{\"a\": 1}\n\n{\"a\": 22}\n";
  CHECK(are_json_lines(text));
  std::optional<Json> json = read_json_or_lines(text);
  REQUIRE(json);
  REQUIRE(json->list());
  REQUIRE(json->list()->size() == 2);
  const Json& second = json->list()->back();
  CHECK(second.find("a")->number() == 22);
  CHECK(text.substr(second.offset, 3) == "\"a\"");
}

TEST_CASE("one value, lines of prose and broken lines are no JSON Lines") {
  CHECK_FALSE(are_json_lines("{\"a\": 1}"));
  CHECK_FALSE(are_json_lines("{\n\"a\": 1}\n"));
  CHECK_FALSE(are_json_lines("{sic} he said\n{sic} again\n"));
  CHECK_FALSE(read_json_or_lines("{\"a\": 1}\n{\"b\": 2}\n{\"c\":\n").has_value());
}

}  // namespace kbgen
