#include "base/json_writer.h"

#include <doctest/doctest.h>

#include <limits>

using namespace kbgen;

TEST_CASE("commas, brackets and quotes follow from what is written") {
  JsonWriter out;
  out.begin_map().key("a\n").text("\"é\\\x01/").key("list").begin_list();
  out.number(1).number(2.5).boolean(true).null().begin_list().end_list().begin_map().end_map();
  out.end_list().key("b").boolean(false).end_map();
  CHECK(out.take() == R"({"a\n":"\"é\\\u0001/","list":[1,2.5,true,null,[],{}],"b":false})");
  CHECK(out.begin_list().end_list().take() == "[]");
}

TEST_CASE("indented, each item has a line, and empty lists have one together") {
  JsonWriter out(JsonLayout::indented);
  out.begin_map().key("a").begin_list().number(1).number(2).end_list();
  out.key("b").begin_list().end_list().end_map();
  CHECK(out.take() == "{\n  \"a\": [\n    1,\n    2\n  ],\n  \"b\": []\n}\n");
}

TEST_CASE("lines are broken where that is asked for") {
  JsonWriter out;
  out.begin_map().key("a").begin_list();
  for (int i : {1, 2}) out.new_line().number(i);
  out.new_line().end_list().new_line().key("b").begin_list().new_line().end_list().end_map();
  CHECK(out.take() == "{\"a\":[\n1,\n2\n],\n\"b\":[\n]}");
}

TEST_CASE("JSON of others is taken as it is") {
  JsonWriter out;
  out.begin_map().raw_members("\"a\":1,\"b\":2").key("c").begin_list().raw("[3]").raw("4,5");
  CHECK(out.end_list().end_map().take() == "{\"a\":1,\"b\":2,\"c\":[[3],4,5]}");
}

TEST_CASE("numbers have the digits that read back the same") {
  CHECK(JsonWriter().number(0.1).take() == "0.1");
  CHECK(JsonWriter().number(-9007199254740993).take() == "-9007199254740993");
  CHECK(JsonWriter().number(1e300 * 1e300).take() == "null");
  CHECK(JsonWriter().number(std::numeric_limits<double>::quiet_NaN()).take() == "null");
}
