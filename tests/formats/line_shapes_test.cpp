#include "formats/line_shapes.h"

#include <doctest/doctest.h>

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

TEST_CASE("a line has one shape") {
  CHECK(shape_of("") == LineShape::blank);
  CHECK(shape_of("Just words.") == LineShape::speech);
  CHECK(shape_of("## A heading") == LineShape::heading);
  CHECK(shape_of("#hashtag") == LineShape::speech);
  CHECK(shape_of("Ada Lovelace  1:02:03  ") == LineShape::otter);
  CHECK(shape_of("Ada Lovelace 0:45") == LineShape::otter);
  CHECK(shape_of("see you at 10:30") == LineShape::speech);
  CHECK(shape_of("Ada: 00:00:45") == LineShape::name_time);
  CHECK(shape_of("Ada (00:45):") == LineShape::name_time);
  CHECK(shape_of("**Ada**[(00:00:45)](https://x.example/?t=45) Hello") == LineShape::name_time);
  CHECK(shape_of("(1:00):") == LineShape::name_time);
  CHECK(shape_of("0:45 words") == LineShape::timed);
  CHECK(shape_of("[0:45] words") == LineShape::timed);
  CHECK(shape_of("0:45") == LineShape::timed);
  CHECK(shape_of("0:45x") == LineShape::speech);
  CHECK(shape_of("**Ada:** words") == LineShape::bold_label);
  CHECK(shape_of("__Ada__: words") == LineShape::bold_label);
  CHECK(shape_of("**bold** words") == LineShape::speech);
  CHECK(shape_of("Ada: words") == LineShape::label);
  CHECK(shape_of("\u200B"
                 "Ada: words") == LineShape::speech);
}
