#include "edit/word_diff.h"

#include <doctest/doctest.h>

#include "base/text.h"

namespace kbgen {

// "1-2>1-3": words [1, 2) became [1, 3).
static std::string changes(std::string_view before, std::string_view after) {
  auto words = [](std::string_view text) {
    std::vector<std::string> all;
    for (std::string_view word : words_in(text)) all.emplace_back(word);
    return all;
  };
  std::string out;
  for (const WordChange& one : compare_words(words(before), words(after)))
    out += std::to_string(one.old_begin) + "-" + std::to_string(one.old_end) + ">" +
           std::to_string(one.new_begin) + "-" + std::to_string(one.new_end) + " ";
  return out;
}

TEST_CASE("texts are compared word by word") {
  CHECK(changes("a b c", "a b c") == "");
  CHECK(changes("a b c", "a x c") == "1-2>1-2 ");
  CHECK(changes("a b c", "a c") == "1-2>1-1 ");
  CHECK(changes("a c", "a b c") == "1-1>1-2 ");
  CHECK(changes("a b c d", "x b c y") == "0-1>0-1 3-4>3-4 ");
  CHECK(changes("", "a") == "0-0>0-1 ");
  CHECK(changes("a", "") == "0-1>0-0 ");
}

TEST_CASE("in scripts without spaces each character is a word") {
  CHECK(words_in("鐘は古い ok").size() == 5);
  CHECK(changes("鐘は古い", "鐘が古い") == "1-2>1-2 ");
}

TEST_CASE("words are compared by letters where signs, case and accents do not matter") {
  CHECK(letters_of_word("Café,") == letters_of_word("cafe"));
  CHECK(letters_of_word("—") == "—");
}

}  // namespace kbgen
