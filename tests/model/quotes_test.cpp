#include "model/quotes.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "support/made_knowledge.h"

namespace kbgen {

namespace {

SpokenWords words_of(const std::string& talk, const std::string& config = "title: A\n") {
  MadeKnowledge made({{"episodes/talk.txt", talk}}, {.config = config});
  return SpokenWords(made.spoken("talk"));
}

// "paragraph: words", each place on a line.
std::string lines_of(const std::vector<QuotePlace>& places) {
  std::string lines;
  for (const QuotePlace& place : places)
    lines += fmt::format("{}: {}\n", place.paragraph, place.words);
  return lines;
}

constexpr const char* talk =
    "**Ada:** We wind the clock up with a key, you know.\n\n"
    "**Bob:** And the clock stops without a key.\n\n"
    "**Ada:** Um, we wind it every, every day in Malmö.\n";

}  // namespace

TEST_CASE("a quotation is found in every place, whatever its case, accents and signs") {
  SpokenWords words = words_of(talk);
  CHECK(lines_of(words.find("The CLOCK")) == "0: the clock\n1: the clock\n");
  CHECK(lines_of(words.find("day - in Malmo!")) == "2: day in malmo\n");
  CHECK(lines_of(words.find_exactly("")) == "");
  CHECK(lines_of(words.find_exactly("the clocks")) == "");
}

TEST_CASE("an omission stands for words, also of other paragraphs") {
  SpokenWords words = words_of(talk);
  CHECK(lines_of(words.find("wind the clock … a key")) == "0: wind the clock up with a key\n");
  CHECK(lines_of(words.find("wind the clock [and so on] clock stops")) ==
        "0: wind the clock up with a key you know and the clock stops\n");
  CHECK(lines_of(words.find("clock stops ... wind the clock")) == "");
}

TEST_CASE("an omission stands for four hundred words at most") {
  auto distant = [](int count) {
    std::string said = "**Ada:** Alpha begins";
    for (int i = 0; i < count; ++i) said += " word";
    return words_of(said + " omega ends.\n\n**Bob:** Yes.\n\n**Ada:** No.\n")
        .find_exactly("alpha begins … omega ends")
        .size();
  };
  CHECK(distant(400) == 1);
  CHECK(distant(401) == 0);
}

TEST_CASE("hesitations, repeated words and slips are little, other words are much") {
  SpokenWords words = words_of(talk);
  CHECK(lines_of(words.find("we wind it every day in Malmö")) ==
        "2: we wind it every every day in malmo\n");
  CHECK(lines_of(words.find("we wind the clok up with a key")) ==
        "0: we wind the clock up with a key\n");
  CHECK(lines_of(words.find("we built the house up with a key")) == "");
}

TEST_CASE("closest tells the most similar words if no more than half of them differ") {
  SpokenWords words = words_of(talk);
  REQUIRE(words.closest("the watch stops without his key"));
  CHECK(words.closest("the watch stops without his key")->paragraph == 1);
  CHECK(!words.closest("nobody ever said anything of this kind"));
  CHECK(!words.closest("…"));
}

TEST_CASE("a quotation is found as it was heard, too, if it is not found as it was said") {
  SpokenWords words = words_of("**Ada:** The klock stops.\n\n**Bob:** Yes.\n\n**Ada:** No.\n",
                               "title: A\ncorrections: {klock: clock}\n");
  CHECK(lines_of(words.find_exactly("the clock stops")) == "0: the clock stops\n");
  CHECK(lines_of(words.find_exactly("the klock stops")) == "0: the klock stops\n");
}

}  // namespace kbgen
