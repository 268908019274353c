#include "model/sentence_clues.h"

#include <doctest/doctest.h>

namespace kbgen {

TEST_CASE("a word may have several clues, in small letters only") {
  CHECK(has_clue(clues_of("so"), Clue::resumes));
  CHECK(has_clue(clues_of("so"), Clue::leads_on));
  CHECK(has_clue(clues_of("it"), Clue::closes));
  CHECK(!has_clue(clues_of("it"), Clue::leads_on));
  CHECK(has_clue(clues_of("will"), Clue::hides_name));
  for (const char* word : {"", "So", "loom", "it "}) CHECK(clues_of(word) == 0);
}

TEST_CASE("no word both ends a sentence and leads on, which would end one after \"and\"") {
  for (const char* word : {"and", "the", "of", "um", "i", "we"})
    CHECK(!has_clue(clues_of(word), Clue::closes));
}

TEST_CASE("always_capital knows words that have no other meaning") {
  CHECK(always_capital("i'm") == "I'm");
  CHECK(always_capital("monday") == "Monday");
  for (const char* word : {"", "may", "march", "polish", "Monday", "mill"})
    CHECK(always_capital(word) == "");
}

}  // namespace kbgen
