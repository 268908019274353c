#include "formats/labels.h"

#include <doctest/doctest.h>

#include <string>

using namespace kbgen;

TEST_CASE("a label is a few words with capitals") {
  for (std::string_view name :
       {"Ada", "Ada Lovelace", "Speaker 1", "SPEAKER_00", "P1", "S", "Ludwig van Beethoven",
        "Dr. Aalto", "Sammy Davis Jr.", "Mira & Jonas", "Иван Петров", "田中", "Mira (host)",
        "O'Brien", "José"})
    CHECK_MESSAGE(is_label(name), name);
  for (std::string_view text :
       {"", " ", "so he said", "Note", "https", "He said that", "12:30", "10", "What?",
        "A very long line of Words That Goes On And On And On", "[Ada]", "WEBVTT Kind"})
    CHECK_MESSAGE(!is_label(text), text);
}

TEST_CASE("any speaker's name is spelled so that it reads back") {
  for (std::string_view name :
       {"Ada", "he: who must", "[x]", "", "0:13", "so", "a sentence, in fact."}) {
    std::string line = spell_label(name) + ": words";
    auto read = read_label(line);
    REQUIRE_MESSAGE(read, name);
    CHECK(read->text == "words");
    CHECK(spell_label(plain_label(read->label)) == spell_label(name));
  }
}
