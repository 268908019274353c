// An index in shards; ../search/ compares what they answer with lunr.js.

#include "lunr/shards.h"

#include <doctest/doctest.h>

#include <stdexcept>
#include <string>
#include <vector>

using namespace kbgen::lunr;

static std::vector<std::string> cut(std::vector<std::uint32_t> sizes) {
  std::vector<std::string> shards;
  for (const Shard& shard : cut_into_shards(sizes, 100))
    shards.push_back(std::to_string(shard.begin) + "-" + std::to_string(shard.end));
  return shards;
}

TEST_CASE("a shard is filled with terms in order, a large term stands alone") {
  using Shards = std::vector<std::string>;
  CHECK(cut({}) == Shards{});
  CHECK(cut({10}) == Shards{"0-1"});
  CHECK(cut({50, 50, 1}) == Shards{"0-2", "2-3"});
  CHECK(cut({10, 51, 10, 10}) == Shards{"0-1", "1-2", "2-4"});
  CHECK(cut({500, 500, 40, 40, 40}) == Shards{"0-1", "1-2", "2-4", "4-5"});
}

TEST_CASE("what parts two shards is as short as can be") {
  CHECK(shortest_separator("", "apple") == "a");
  CHECK(shortest_separator("apple", "apply") == "apply");
  CHECK(shortest_separator("apple", "banana") == "b");
  CHECK(shortest_separator("app", "apple") == "appl");
  CHECK(shortest_separator("é", "ê") == "ê");
  CHECK(shortest_separator("aé", "aêb") == "aê");
  CHECK(shortest_separator("ca", "café") == "caf");
  CHECK(shortest_separator("cafe", "café") == "café");
  CHECK(shortest_separator("a", "ab") == "ab");
}

TEST_CASE("numbers in a row are counted from three on") {
  auto runs = [](std::vector<double> numbers) {
    std::string json;
    RunWriter writer(json);
    for (double number : numbers) writer.add(number);
    writer.finish();
    return json;
  };
  CHECK(runs({}) == "[]");
  CHECK(runs({1, 1, 2}) == "[1,1,2]");
  CHECK(runs({0, 0, 0, 1.5}) == "[[0,3],1.5]");
}

static ShardWriter some_index() {
  Builder builder({.fields = {{"title", 2}, {"text"}}});
  for (int i = 0; i < 5; ++i)
    builder.add({"e7-" + std::to_string(i), {{"title", "mills"}, {"text", "one mill"}}});
  builder.add({"last", {{"text", "mill mill ... wind mill"}}, 1.5});
  return ShardWriter(std::move(builder));
}

TEST_CASE("equal lengths are a run, others characters unless one is too long") {
  auto lengths = [](std::vector<std::size_t> words) {
    Builder builder({.fields = {{"text"}}});
    for (std::size_t i = 0; i < words.size(); ++i) {
      std::string text;
      for (std::size_t word = 0; word < words[i]; ++word) text += "mill ";
      builder.add({"d" + std::to_string(i), {{"text", text}}});
    }
    std::string documents = ShardWriter(std::move(builder)).documents();
    std::size_t begin = documents.find("\"lengths\":[") + 11;
    return documents.substr(begin, documents.find(",\"boosts\"") - 1 - begin);
  };
  CHECK(lengths(std::vector<std::size_t>(20, 3)) == "[[3,20]]");
  CHECK(lengths({40, 41, 140, 39}) == "\"G!\\\"\xC2\x85 \"");
  std::vector<std::size_t> one_is_short;
  std::string differences;
  for (int i = 0; i < 35; ++i) one_is_short.insert(one_is_short.end(), {50, 51});
  for (int i = 0; i < 35; ++i) differences += " !";
  one_is_short.push_back(3);
  CHECK(lengths(one_is_short) == "\"R" + differences + "\xED\x9F\x91\"");
  CHECK(lengths({1, 60'000}) == "[1,60000]");
}

TEST_CASE("documents, terms and settings of an index, as README.md says they are written") {
  ShardWriter index = some_index();
  CHECK(index.documents() ==
        R"({"refs":[["e7-",5],"last"],"lengths":[" !!!!! ","\"     #"],"boosts":[[1,5],1.5]})");
  REQUIRE(index.term_count() == 3);
  std::string terms;
  for (std::size_t i = 0; i < 3; ++i) index.append_term(terms, i);
  CHECK(terms == R"(["mill",0,[[1,5]],[[1,5],-1,3]]["on",1,[],[[1,5]]]["wind",3,[],[6]])");
  CHECK(index.vocabulary() == R"(["0mill","0on","0wind"])");
  CHECK(
      index.settings() ==
      R"("documents":6,"terms":3,"fields":["title","text"],"boosts":[2,1],)"
      R"("averages":[0.8333333333333334,2.5],"k1":1.2,"b":0.75,"pipeline":["stemmer"],"language":"en")");
}

TEST_CASE("terms in a vocabulary share ASCII with the one before") {
  Builder builder({.fields = {{"text"}}});
  builder.add({"a", {{"text", std::vector<std::string>{"caf", "caféx", "cab"}}}});
  CHECK(ShardWriter(std::move(builder)).vocabulary() == R"(["0cab","2f","3éx"])");
}

TEST_CASE("refs that lunr would order or join by itself are refused") {
  Builder same({.fields = {{"text"}}}), number({.fields = {{"text"}}});
  same.add({"a", {}});
  same.add({"a", {}});
  number.add({"17", {}});
  CHECK_THROWS_AS(ShardWriter(std::move(same)), std::invalid_argument);
  CHECK_THROWS_AS(ShardWriter(std::move(number)), std::invalid_argument);
}
