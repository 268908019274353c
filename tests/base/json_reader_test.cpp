// The fast reader: what it takes, nlohmann takes, and both mean the same.

#include "base/json_reader.h"

#include <doctest/doctest.h>

#include <string>

using namespace kbgen;

static std::string reread(std::string_view text) {
  std::optional<Json> json = read_json(text);
  return json ? format_json(*json) : "refused";
}

TEST_CASE("JSON that is right is read as it stands") {
  for (const char* text :
       {"null", "true", "false", "0", "-17", "42.5", "9223372036854775807", "\"\"", "[]", "{}",
        R"([1,[2,{"a":[]}],"x"])", R"({"a":1,"b":{"a":null},"a":"é\n\"\\"})"})
    CHECK(reread(text) == text);
  CHECK(reread(" { \"a\" :\t[ 1 ,\r\n2 ] } ") == "{\"a\":[1,2]}");
  CHECK(reread(R"("\u0041\u00e9\u20ac\ud83d\ude00\/\b")") == "\"Aé€😀/\\b\"");
  CHECK(reread("-0") == "0");
  CHECK(reread("1e3") == "1000");
}

TEST_CASE("whatever else there may be is left to the slower reader") {
  for (const char* text : {"",
                           " ",
                           "nul",
                           "01",
                           "-",
                           "1.",
                           ".5",
                           "1e",
                           "+1",
                           "9223372036854775808",
                           "1e999",
                           "[1,]",
                           "[1 2]",
                           "{\"a\"}",
                           "{\"a\":1,}",
                           "{a:1}",
                           "\"a",
                           "\"\t\"",
                           R"("\x")",
                           R"("\u12g4")",
                           R"("\ud800")",
                           R"("\ud800\u0041")",
                           R"("\udc00")",
                           "[] []",
                           "\xEF\xBB\xBF[]"})
    CHECK_MESSAGE(reread(text) == "refused", text);
  CHECK(reread(std::string(200, '[') + std::string(200, ']')).size() == 400);
  CHECK(reread(std::string(201, '[') + std::string(201, ']')) == "refused");
}

TEST_CASE("offsets are behind the first byte of lists and maps, and behind the last of others") {
  std::optional<Json> json = read_json(R"( {"a": [ 12, "x"]})");
  REQUIRE(json);
  CHECK(json->offset == 2);
  const Json& list = *json->find("a");
  CHECK(list.offset == 8);
  CHECK((*list.list())[0].offset == 11);
  CHECK((*list.list())[1].offset == 16);
}
