#include <doctest/doctest.h>

#include <string>

#include "base/json.h"

using namespace kbgen;

static std::string reread(std::string_view text) {
  JsonError error;
  std::optional<Json> json = read_json(text, &error);
  return json ? format_json(*json) : std::to_string(error.offset) + ": " + error.what;
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
  CHECK(reread("18446744073709551616") == "18446744073709551616");
  CHECK(reread(std::string(200, '[') + std::string(200, ']')).size() == 400);
}

TEST_CASE("of what is no JSON it is said where that shows, and what was expected") {
  CHECK(reread("") == "0: expected a value, but the text ends");
  CHECK(reread(" nul") == "1: expected a value");
  CHECK(reread("+1") == "0: expected a value");
  CHECK(reread(".5") == "0: expected a value");
  CHECK(reread("\xEF\xBB\xBF[]") == "0: expected a value");
  CHECK(reread("01") == "0: expected no 0 before a number");
  CHECK(reread("-") == "1: expected a digit, but the text ends");
  CHECK(reread("[1.]") == "3: expected a digit");
  CHECK(reread("[1ex]") == "3: expected a digit");
  CHECK(reread("[1e999]") == "1: expected a smaller number");
  CHECK(reread("[1,]") == "3: expected a value");
  CHECK(reread("[1 2]") == "3: expected ',' or ']'");
  CHECK(reread("[[1]") == "4: expected ',' or ']', but the text ends");
  CHECK(reread("{\"a\"}") == "4: expected ':'");
  CHECK(reread("{\"a\":1,}") == "7: expected a key in quotation marks");
  CHECK(reread("{a:1}") == "1: expected a key in quotation marks");
  CHECK(reread("{\"a\":1 \"b\":2}") == "7: expected ',' or '}'");
  CHECK(reread("[] []") == "3: expected nothing more behind the value");
}

TEST_CASE("a text that does not end, or has what may not stand in one, is named") {
  CHECK(reread("[\"a]") == "1: expected a closing quotation mark");
  CHECK(reread("\"a\t\"") == "2: expected \\n, \\t or \\u00xx in place of a control character");
  CHECK(reread(R"("a\x")") == "2: expected an escape that JSON knows");
  CHECK(reread("\"\\") == "1: expected an escape that JSON knows");
  CHECK(reread(R"("\u12g4")") == "1: expected four hexadecimal digits behind \\u");
  for (const char* half : {R"("\ud800")", R"("\ud800\n")", R"("\ud800\u0041")", R"("\udc00")"})
    CHECK(reread(half) == "1: expected both halves of a surrogate pair");
}

TEST_CASE("what nests too deep is not read") {
  CHECK(reread(std::string(201, '[') + std::string(201, ']')) ==
        "200: more than 200 levels of nesting");
  CHECK(reread(std::string(100'000, '[')) == "200: more than 200 levels of nesting");
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
