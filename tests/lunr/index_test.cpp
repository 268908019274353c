// The index as a value: numbers, JSON, batches, settings.

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

#include "lunr/json.h"
#include "lunr/log.h"
#include "lunr/lunr.h"

using namespace kbgen::lunr;

static std::string weight(double score) {
  std::string json;
  append_weight(json, score);
  return json;
}

static std::string number(double value) {
  std::string json;
  append_number(json, value);
  return json;
}

constexpr double infinity = std::numeric_limits<double>::infinity();

TEST_CASE("a weight has up to three decimals and ties go up") {
  CHECK(weight(0) == "0");
  CHECK(weight(1) == "1");
  CHECK(weight(1.5) == "1.5");
  CHECK(weight(0.04) == "0.04");
  CHECK(weight(1.2345) == "1.235");
  CHECK(weight(0.0625) == "0.063");
  CHECK(weight(-0.0625) == "-0.062");
  CHECK(weight(-1.5) == "-1.5");
  CHECK(weight(-0.0004) == "0");
  CHECK(weight(123456789.125) == "123456789.125");
  CHECK(weight(1e20) == "99999999999999980000");
  CHECK(weight(1.5e21) == "1.5e+21");
  CHECK(weight(1e306) == "null");
  CHECK(weight(infinity) == "null");
  CHECK(weight(std::nan("")) == "null");
}

TEST_CASE("a number is written as JavaScript writes it") {
  CHECK(number(-0.0) == "0");
  CHECK(number(42.5) == "42.5");
  CHECK(number(-17) == "-17");
  CHECK(number(0.000001) == "0.000001");
  CHECK(number(1.5e-7) == "1.5e-7");
  CHECK(number(123456789012345680000.0) == "123456789012345680000");
  CHECK(number(1e21) == "1e+21");
  CHECK(number(5e-324) == "5e-324");
  CHECK(number(1.7976931348623157e308) == "1.7976931348623157e+308");
  CHECK(number(-infinity) == "-Infinity");
  CHECK(number(std::nan("")) == "NaN");
}

TEST_CASE("a string escapes what JSON.stringify escapes") {
  std::string json;
  append_string(json, std::string_view("\"\\/\b\t\n\f\r\x01\x1f\x7f\0é\u2028\U0001F600", 21));
  CHECK(json == "\"\\\"\\\\/\\b\\t\\n\\f\\r\\u0001\\u001f\x7f\\u0000é\u2028\U0001F600\"");
}

// Recorded from Node. The C library gives another last bit for the first three.
TEST_CASE("the logarithm is V8's to the last bit") {
  CHECK(natural_log(1.0541624874623872) == 0.052746600915112796);
  CHECK(natural_log(1.135406218655968) == 0.1269904888012899);
  CHECK(natural_log(4.9969909729187565) == 1.6088359258602876);
  CHECK(natural_log(1) == 0);
  CHECK(natural_log(1.0000000009313226) == 9.313225741817976e-10);
  CHECK(natural_log(1.3) == 0.26236426446749106);
  CHECK(natural_log(1e20) == 46.051701859880914);
  CHECK(natural_log(1e-310) == -713.8013788281542);
  CHECK(natural_log(infinity) == infinity);
}

TEST_CASE("keys that index an array are canonical decimals below 2^32 - 1") {
  CHECK(array_index("0") == 0u);
  CHECK(array_index("4294967294") == 4294967294u);
  for (const char* key :
       {"", "00", "01", "-1", "1.5", "1e3", " 1", "4294967295", "99999999999", "x"})
    CHECK_MESSAGE(!array_index(key), key);
}

TEST_CASE("an index of nothing") {
  CHECK(
      Builder({.fields = {{"t"}}}).serialize() ==
      R"({"version":"2.3.9","fields":["t"],"fieldVectors":[],"invertedIndex":[],"pipeline":["stemmer"]})");
  CHECK(
      Builder(Settings()).serialize() ==
      R"({"version":"2.3.9","fields":[],"fieldVectors":[],"invertedIndex":[],"pipeline":["stemmer"]})");
}

TEST_CASE("lunr's impossible fields are refused") {
  for (const char* name : {"a/b", "_index", "__proto__", "constructor", "toString", "valueOf"}) {
    CHECK_MESSAGE(!field_name_problem(name).empty(), name);
    CHECK_THROWS_AS(Builder({.fields = {{name}}}), std::invalid_argument);
  }
  for (const char* name : {"", "1", "length", "toJSON", "a b"})
    CHECK_MESSAGE(field_name_problem(name).empty(), name);
}

static std::vector<Document> some_documents() {
  std::vector<Document> documents;
  for (int i = 0; i < 40; ++i) {
    std::string n = std::to_string(i % 17);
    documents.push_back(
        {"e" + std::to_string(i % 31),
         {{"title", "Number " + n}, {"body", "said " + n + " and word" + n + " again, word" + n}},
         i % 3 + 0.5});
  }
  documents.push_back({"list", {{"body", std::vector<std::string>{"one token", "", "word3"}}}});
  documents.push_back({"nothing", {}});
  return documents;
}

TEST_CASE("however documents are cut into batches, the index is the same") {
  std::vector<Document> documents = some_documents();
  Settings settings{.fields = {{"title", 10}, {"body"}}, .positions = true};
  Builder one_by_one(settings);
  for (const Document& document : documents) one_by_one.add(document);

  for (std::size_t size : {1u, 2u, 7u, 41u, 100u}) {
    Builder builder(settings);
    for (std::size_t i = 0; i < documents.size(); i += size)
      builder.add(
          builder.analyze(std::span(documents).subspan(i, std::min(size, documents.size() - i))));
    CHECK(builder.serialize() == one_by_one.serialize());
  }
}

TEST_CASE("an index comes in pieces that join to the whole") {
  Builder builder({.fields = {{"body"}}});
  for (int i = 0; i < 3000; ++i)
    builder.add({"e" + std::to_string(i), {{"body", "word" + std::to_string(i) + " same"}}});
  std::string joined;
  int pieces = 0;
  builder.serialize([&](std::string_view piece) {
    joined += piece;
    ++pieces;
  });
  CHECK(pieces > 1);
  CHECK(joined == builder.serialize());
}
