#include "model/words.h"

#include <doctest/doctest.h>

#include "base/text.h"

using namespace kbgen;

static std::string words(std::string_view text) { return join(folded_words(text), "|"); }

TEST_CASE("words are parted by what is no letter, in any script that parts them") {
  CHECK(words("Who's «José» – Müller?") == "who|jose|muller");
  CHECK(words("Ελλάδας, Москва; हिन्दी भाषा। مُحَمَّد") == words("ΕΛΛΆΔΑΣ москва हिन्दी भाषा محمد"));
  CHECK(split(words("हिन्दी भाषा"), '|').size() == 2);
}

TEST_CASE("where marks are vowels or other sounds, they make another word") {
  CHECK(words("कमल") != words("कमाल"));
  CHECK(words("バス") != words("パス"));
  CHECK(words("ﾊﾞｽ") == words("バス"));
}

TEST_CASE("in scripts that do not part words each letter is one, a run of Katakana is one") {
  CHECK(words("東京都で") == "東|京|都|" + fold_but_marks("で"));
  CHECK(words("AI技術とパイソン3") == "ai|技|術|と|" + fold_but_marks("パイソン") + "|3");
  CHECK(split(words("เก้าอี้"), '|').size() == 2);  // vowels and tones go with their consonants
}

TEST_CASE("a word is the same with joiners that are not seen and with either apostrophe") {
  CHECK(words("می‌خواهم") == words("میخواهم"));
  CHECK(words("data\u00ADbase") == "database");
  CHECK(words("O’Reilly") == "o'reilly");
}
