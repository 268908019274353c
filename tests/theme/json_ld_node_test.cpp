#include "theme/json_ld_node.h"

#include <doctest/doctest.h>

namespace kbgen {

namespace {

std::string license(std::string_view text) {
  SchemaNode node("Thing");
  node.add_license(text);
  return format_json(Json(std::move(node).take()));
}

std::string with_license(std::string_view license) {
  return "{\"@type\":\"Thing\",\"license\":" + std::string(license) + "}";
}

}  // namespace

TEST_CASE("Creative Commons' licences and addresses are addresses, others things with a name") {
  CHECK(license("CC BY 4.0") == with_license("\"https://creativecommons.org/licenses/by/4.0/\""));
  CHECK(license("cc by-nc-SA  2.5") ==
        with_license("\"https://creativecommons.org/licenses/by-nc-sa/2.5/\""));
  CHECK(license("CC0 1.0") ==
        with_license("\"https://creativecommons.org/publicdomain/zero/1.0/\""));
  CHECK(license("https://example.org/terms") == with_license("\"https://example.org/terms\""));
  for (const char* text : {"CC BY", "CC BY 9.0", "CC BY-ALL 4.0", "CC0 2.0", "All rights reserved",
                           "javascript:alert(1)"})
    CHECK(license(text) ==
          with_license("{\"@type\":\"CreativeWork\",\"name\":\"" + std::string(text) + "\"}"));
  CHECK(license("") == "{\"@type\":\"Thing\"}");
}

TEST_CASE("what is not known is left out, and a date says no more than is known") {
  SchemaNode node("Thing");
  node.add("name", "");
  node.add("image", std::string());
  node.add("sameAs", Json::List{});
  node.add_known("position", std::optional<int>());
  node.add_known("datePublished", parse_date("2020-03"));
  node.add_known("duration", std::optional<Timecode>(Timecode{3'723'000}));
  node.add("isAccessibleForFree", false);
  CHECK(format_json(Json(std::move(node).take())) ==
        "{\"@type\":\"Thing\",\"datePublished\":\"2020-03\",\"duration\":\"PT1H2M3S\","
        "\"isAccessibleForFree\":false}");
}

}  // namespace kbgen
