#include "formats/sentences.h"

#include <doctest/doctest.h>

#include <string>

using namespace kbgen;

static std::string sentences(std::string_view text) {
  std::string parted;
  std::size_t begin = 0;
  for (std::uint32_t end : sentence_ends(text)) {
    parted.append(text.substr(begin, end - begin)).append("|");
    begin = end;
  }
  return parted.append(text.substr(begin));
}

TEST_CASE("a sentence ends at its sign, with what closes it") {
  CHECK(sentences("One. Two! Three? Four") == "One.| Two!| Three?| Four");
  CHECK(sentences("He said \"no.\" She left.") == "He said \"no.\"| She left.|");
  CHECK(sentences("(All of it.) Really?! Yes...") == "(All of it.)| Really?!| Yes...|");
  CHECK(sentences("") == "");
}

TEST_CASE("abbreviations, initials, numbers and pauses end no sentence") {
  CHECK(sentences("Dr. Aalto and J. R. Solheim paid 3.5 e.g. in gold.") ==
        "Dr. Aalto and J. R. Solheim paid 3.5 e.g. in gold.|");
  CHECK(sentences("see fast.ai or talkpython.fm today") == "see fast.ai or talkpython.fm today");
  CHECK(sentences("well... you know") == "well... you know");
  CHECK(sentences("So did I. Then we left.") == "So did I.| Then we left.|");
}

TEST_CASE("a full-width stop needs no space") {
  CHECK(sentences("鐘が鳴る。もう一度。") == "鐘が鳴る。|もう一度。|");
}
