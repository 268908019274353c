#include "permalinks/sketch.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace kbgen {

static std::string place(std::string_view text, std::uint32_t word) {
  return to_text(sketch_of(hash_words(text), word));
}

TEST_CASE("case, accents, punctuation and apostrophes make no other words") {
  CHECK(hash_words("José, it's HERE!").hashes == hash_words("jose its “here”").hashes);
  CHECK(hash_words("it’s").hashes == hash_words("it's").hashes);
  CHECK(hash_words("state-of-the-art").size() == 4);
  CHECK(hash_words("one two").hashes != hash_words("two one").hashes);
  CHECK(hash_words("").size() == 0);
}

TEST_CASE("where a script does not part its words each letter is one") {
  CHECK(hash_words("機械学習 is fun").size() == 6);
}

TEST_CASE("a word knows where it begins, and an offset its word") {
  HashedWords words = hash_words("  One, “two” three");
  CHECK(words.offsets == std::vector<std::uint32_t>{2, 10, 17});
  CHECK(words.word_at(0) == 0);
  CHECK(words.word_at(3) == 1);
  CHECK(words.word_at(99) == 3);
}

TEST_CASE("a sketch has two letters for each of the words around a place") {
  CHECK(place("", 0) == std::string(28, '.'));
  std::string at_one = place("one two three", 1);
  CHECK(at_one.starts_with("......"));
  CHECK(at_one.substr(6, 2) == place("one", 1).substr(6, 2));
  CHECK(at_one.ends_with(".............."));
  CHECK(read_place_sketch(at_one) == sketch_of(hash_words("one two three"), 1));
  CHECK(!read_place_sketch("AA"));
  CHECK(!read_place_sketch(std::string(28, '*')));
}

TEST_CASE("fingerprints are the same on every machine and in every year") {
  CHECK(place("The mill takes numbers from the store", 0) == "........JDqni1W1w4JDKS......");
  CHECK(to_text(sketch_of_page("The mill")) == "XZnkoBSS0fhX");
}

TEST_CASE("pages with the same words are alike, others are not") {
  std::string mill = "The mill takes numbers from the store and works on them and puts them back.";
  PageSketch sketch = sketch_of_page(mill);
  CHECK(read_page_sketch(to_text(sketch))->least == sketch.least);
  CHECK(likeness(sketch, sketch_of_page(mill)) == 1);
  CHECK(likeness(sketch, sketch_of_page(mill + " Slowly.")) > 0.5);
  CHECK(likeness(sketch, sketch_of_page("Nobody had thought of this in those quiet days.")) < 0.2);
  CHECK(likeness(sketch_of_page(""), sketch_of_page("")) == 0);
}

}  // namespace kbgen
