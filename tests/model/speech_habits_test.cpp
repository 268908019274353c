#include "model/speech_habits.h"

#include <doctest/doctest.h>

#include "base/text.h"
#include "support/made_knowledge.h"
#include "support/parsed.h"

namespace kbgen {

TEST_CASE("words and borders are learned from punctuated speech, and only if it is sure of them") {
  std::vector<Transcript> talks(
      60, parsed("WEBVTT\n\n00:01.000 --> 00:09.000\nThe fox met Grobnik there. Meanwhile "
                 "the owl slept in a barn. Then the rain came, and Now was now.\n"));
  std::vector<const Transcript*> all;
  for (const Transcript& talk : talks) all.push_back(&talk);
  SpeechHabits habits = learn_habits(all);
  CHECK(habits.forms.at("grobnik") == "Grobnik");
  CHECK(habits.forms.count("now") == 0);
  CHECK(habits.borders.contains(hash_of_border("there", "meanwhile", "")));
  CHECK(habits.borders.contains(hash_of_border("", "meanwhile", "the")));
  CHECK(!habits.borders.contains(hash_of_border("came", "and", "")));
  all.resize(20);
  CHECK(learn_habits(all).borders.empty());
  CHECK(learn_habits({}).forms.empty());
}

TEST_CASE("words at another place of a border are another border") {
  CHECK(hash_of_border("a", "b", "") != hash_of_border("", "a", "b"));
  CHECK(hash_of_border("ab", "c", "") != hash_of_border("a", "bc", ""));
}

TEST_CASE(
    "a transcript lacks punctuation if at most one in a hundred of its words has a full stop") {
  auto lacks = [](int words, int stops, const char* word = "word") {
    std::string said;
    for (int i = 0; i < words; ++i) said += std::string(word) + (i < stops ? ". " : " ");
    return lacks_punctuation(parsed(captions_of({said})));
  };
  CHECK(lacks(200, 0));
  CHECK(lacks(200, 2));
  CHECK(!lacks(200, 3));
  CHECK(lacks(20, 0));
  CHECK(!lacks(19, 0));
  CHECK(!lacks(200, 0, "WORD"));
  CHECK(!lacks(200, 0, "कमल"));
}

}  // namespace kbgen
