// From text to terms: lower case, tokens, trimming, stop words, stems.

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "lunr/stemmer.h"
#include "lunr/stop_words.h"
#include "lunr/tokenizer.h"
#include "lunr/unicode.h"

using namespace kbgen::lunr;

static std::string lower_of(std::string_view text) {
  std::string lower = "what was here before";
  assign_lower(lower, text);
  return lower;
}

TEST_CASE("lower case is that of JavaScript") {
  CHECK(lower_of("") == "");
  CHECK(lower_of("ABC xyz @[`{") == "abc xyz @[`{");
  CHECK(lower_of("ÀÉÖ ŁŹ ЖЯ") == "àéö łź жя");
  CHECK(lower_of("\u0130") == "i\u0307");
  CHECK(lower_of("\u212A") == "k");
  CHECK(lower_of("\u1E9E") == "ß");
  CHECK(lower_of("\U00010400") == "\U00010428");
}

TEST_CASE("a capital sigma is final behind a letter and before none") {
  CHECK(lower_of("ΟΔΟΣ") == "οδος");
  CHECK(lower_of("ΟΔΟΣ. Σ Σ") == "οδος. σ σ");
  CHECK(lower_of("aΣ.b aΣ.") == "aσ.b aς.");
  CHECK(lower_of("a\u0301Σ\u0301") == "a\u0301ς\u0301");
  CHECK(lower_of("1Σ") == "1σ");
}

TEST_CASE("bytes that are not UTF-8 become U+FFFD, one for each broken sequence") {
  CHECK(to_valid_utf8("a\xFFz") == "a\uFFFDz");
  CHECK(to_valid_utf8("\xE2\x82") == "\uFFFD");
  CHECK(to_valid_utf8("\xE2\x82z") == "\uFFFDz");
  CHECK(to_valid_utf8("\xC0\xAF") == "\uFFFD\uFFFD");
  CHECK(to_valid_utf8("\xED\xA0\x80") == "\uFFFD\uFFFD\uFFFD");
  CHECK(to_valid_utf8("\xF4\x90\x80\x80") == "\uFFFD\uFFFD\uFFFD\uFFFD");
  CHECK(to_valid_utf8("\xF0\x9F\x98") == "\uFFFD");
  CHECK(lower_of("A\xFF") == "a\uFFFD");
}

TEST_CASE("strings are ordered by UTF-16 code units") {
  std::vector<std::string> sorted = {"",        "a",       "a\u00E9", "a\uD7FF", "a\U0001F600",
                                     "a\uE000", "a\uFFEE", "aa"};
  std::sort(sorted.begin(), sorted.end(), utf16_less);
  CHECK(sorted == std::vector<std::string>{"", "a", "aa", "a\u00E9", "a\uD7FF", "a\U0001F600",
                                           "a\uE000", "a\uFFEE"});
  CHECK_FALSE(utf16_less("a", "a"));
}

static std::string tokens_of(std::string_view text) {
  std::string shown;
  for_each_token(text, [&](std::string_view token, Position at) {
    shown +=
        std::string(token) + "@" + std::to_string(at.start) + "+" + std::to_string(at.length) + " ";
  });
  return shown;
}

TEST_CASE("text is cut at white space and hyphens, places counted in UTF-16") {
  CHECK(tokens_of("") == "");
  CHECK(tokens_of(" - \n") == "");
  CHECK(tokens_of("one two-three") == "one@0+3 two@4+3 three@8+5 ");
  CHECK(tokens_of(" (é) \U0001F600x\u2003y ") == "(é)@1+3 \U0001F600x@5+3 y@9+1 ");
  CHECK(tokens_of("\uFEFFa\u00A0b\u2028c") == "a@1+1 b@3+1 c@5+1 ");
  CHECK(tokens_of("a\u2013b\u2011c\u200Bd\u0085e") == "a\u2013b\u2011c\u200Bd\u0085e@0+9 ");
}

TEST_CASE("a token loses what is not an ASCII word at its ends") {
  CHECK(trim_token("\"word,\"") == "word");
  CHECK(trim_token("_x_") == "_x_");
  CHECK(trim_token("caf\u00E9") == "caf");
  CHECK(trim_token("na\u00EFve") == "na\u00EFve");
  CHECK(trim_token("it's") == "it's");
  CHECK(trim_token("привет") == "");
  CHECK(trim_token("") == "");
}

TEST_CASE("there are 119 stop words, in order") {
  CHECK(std::size(stop_words) == 119);
  CHECK(std::is_sorted(std::begin(stop_words), std::end(stop_words)));
}

TEST_CASE("words have the stems that lunr.js gives them") {
  std::ifstream cases(KBGEN_SOURCE_DIR "/tests/lunr/stems.txt");
  std::string word, expected;
  int count = 0;
  for (; cases >> word >> expected; ++count) {
    std::string stemmed = word;
    stem(stemmed);
    CHECK_MESSAGE(stemmed == expected, word);
  }
  CHECK(count == 437);
}
