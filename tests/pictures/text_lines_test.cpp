#include "pictures/text_lines.h"

#include <doctest/doctest.h>

#include "base/text.h"

namespace kbgen {

namespace {

// As on a typewriter: one step a letter.
double typed(std::string_view text) { return static_cast<double>(count_code_points(text)); }

std::string broken(std::string_view text, double width, std::size_t most = 9) {
  return join(break_lines(text, width, most, typed).lines, "|");
}

bool any(char32_t) { return true; }

}  // namespace

TEST_CASE("lines are about as long as one another") {
  CHECK(broken("one two three four", 16) == "one two|three four");
  CHECK(broken("one two", 16) == "one two");
  CHECK(broken("", 16) == "");
}

TEST_CASE("words stay whole, and a line may end behind a hyphen or a slash") {
  CHECK(broken("speech-to-text", 8) == "speech-|to-text");
  CHECK(broken("and/or", 4) == "and/|or");
  CHECK(broken("wonderful words", 9) == "wonderful|words");
}

TEST_CASE("a dash or dot between words never begins a line") {
  CHECK(broken("Search – and find", 8) == "Search –|and find");
}

TEST_CASE("a word that is wider than a line is split, its marks stay with their letters") {
  Lines lines = break_lines("abcdefgh", 3, 9, typed);
  CHECK(join(lines.lines, "|") == "abc|def|gh");
  CHECK(lines.splits_words);
  CHECK(broken("e\u0301e\u0301", 3) == "e\u0301|e\u0301");
}

TEST_CASE("text without spaces breaks between letters, but not before a full stop") {
  CHECK(broken("話を探す。見る", 4) == "話を探|す。見る");
  CHECK(broken("「話す」こと", 3) == "「話|す」|こと");
}

TEST_CASE("what does not fit ends in an ellipsis, without a comma before it") {
  Lines lines = break_lines("one, two, three, four", 10, 1, typed);
  CHECK(join(lines.lines, "|") == "one, two…");
  CHECK(lines.is_cut);
  CHECK(shorten("one · two · three", 12, typed) == "one · two…");
  CHECK(shorten("all of it", 9, typed) == "all of it");
  CHECK(shorten("all of it and more", 9, typed) == "all of…");
}

TEST_CASE("only what can be set is left of hostile text") {
  CHECK(drawable_text(" a\x01\n\tb\x7f ", any) == "a b");
  CHECK(drawable_text("\u202Eabc\u202C\uFEFF", any) == "abc");
  CHECK(drawable_text("e\u0301\u0301\u0301\u0301\u0301", any) == "e\u0301\u0301\u0301");
  CHECK(drawable_text("\u0301a \u0301", any) == "a");
  CHECK(drawable_text("a😀b", [](char32_t c) { return c < 0x1000; }) == "ab");
  CHECK(drawable_text("👩\u200D👧 a", [](char32_t c) { return c < 0x1000; }) == "a");
  CHECK(drawable_text("می\u200Cخواهم", any) == "می\u200Cخواهم");
  CHECK(count_code_points(drawable_text(std::string(10000, 'x'), any)) == 500);
}

}  // namespace kbgen
