#include "model/phrases.h"

#include <doctest/doctest.h>

using namespace kbgen;

// What was found, the phrase's number behind each.
static std::string found(const std::vector<std::string>& phrases, std::string_view text) {
  PhraseSet set;
  for (std::uint32_t i = 0; i < phrases.size(); ++i) {
    bool exact = phrases[i].starts_with('=');
    set.add(phrases[i].substr(exact), i, exact ? PhraseSet::Case::exact : PhraseSet::Case::any);
  }
  std::string out;
  for (const PhraseSet::Match& match : set.find(text)) {
    out += "[" + std::string(text.substr(match.text.begin, match.text.size()));
    for (std::uint32_t payload : set.payloads_of(match)) out += " " + std::to_string(payload);
    out += "]";
  }
  return out;
}

TEST_CASE("phrases match whole words in any case, longest first") {
  CHECK(found({"Kaggle", "deep learning", "learning"},
              "kaggle, Kaggler and DEEP\nLearning; learning") ==
        "[kaggle 0][DEEP\nLearning 1][learning 2]");
}

TEST_CASE("a space, a hyphen and a dot are alike between words, the end of a sentence is not") {
  CHECK(found({"fast.ai"}, "fast ai, fast-ai, fast.ai, Fast AI. fast. AI") ==
        "[fast ai 0][fast-ai 0][fast.ai 0][Fast AI 0]");
}

TEST_CASE("possessives match, other words with apostrophes are words of their own") {
  CHECK(found({"Kaggle", "don"}, "Kaggle's and Kaggle’s but don't") == "[Kaggle 0][Kaggle 0]");
}

TEST_CASE("signs are part of names") {
  CHECK(found({"C++", "C", ".NET", "C#", "net"}, "C++ and C, .NET or C#; the net. Net") ==
        "[C++ 0][C 1][.NET 2][C# 3][net 4][Net 4]");
}

TEST_CASE("accents do not matter, an exact phrase does mind its case") {
  CHECK(found({"José Núñez", "=Wave"}, "Jose Nunez on a wave of Wave") == "[Jose Nunez 0][Wave 1]");
}

TEST_CASE("two entities may share a phrase") {
  CHECK(found({"Kaggle", "kaggle"}, "Kaggle") == "[Kaggle 0 1]");
}

TEST_CASE("odd text is no trouble") {
  CHECK(found({"a"}, "") == "");
  CHECK(found({"", " ", "+"}, "a + b") == "");
  CHECK(found({"x"}, "'x' ''x .x 'x's") == "[x 0][x 0][x 0][x 0]");
}
