// base/unicode.h maps letter by letter. What is longer follows from its full case
// folding, which is the lower case of the same letters; a test compares every code
// point with Python.
#include "jinja/python_case.h"

#include <array>
#include <vector>

#include "base/text.h"
#include "jinja/python_text.h"

namespace kbgen::jinja {

namespace {

char32_t first_letter(std::string_view text) {
  std::size_t at = 0;
  return next_code_point(text, at);
}

bool is_longer(char32_t c, const std::array<char32_t, 4>& fold) {
  return fold[1] != 0 && (!is_upper(c) || is_title(c));
}

void append_upper(std::string& out, char32_t c) {
  std::array<char32_t, 4> fold = folded(c);
  if (!is_longer(c, fold)) return append_utf8(out, upper(c));
  for (char32_t each : fold)
    if (each != 0) append_utf8(out, upper(each));
}

// Appends the title case of a letter. Of several letters the first that has a case is
// upper case; an iota behind it is written below it.
void append_title(std::string& out, char32_t c) {
  constexpr char32_t sharp_s = 0xDF, iota = 0x3B9, iota_below = 0x345;
  std::array<char32_t, 4> fold = folded(c);
  char32_t one = title(c);
  bool has_one = one != c && c != sharp_s;
  if (has_one || !is_longer(c, fold) || is_title(c)) return append_utf8(out, one);
  bool changed = false;
  for (char32_t each : fold) {
    if (each == 0) continue;
    char32_t made = changed ? each : title(each);
    append_utf8(out, changed && each == iota ? iota_below : made);
    changed = changed || made != each;
  }
}

bool is_cased(std::string_view letter) {
  char32_t c = first_letter(letter);
  return has_lower(c) || has_upper(c) || is_title(c);
}

// Whether a word goes on at this letter whatever it is: accents, joiners, apostrophes.
bool is_ignored(std::string_view letter) {
  return is_small_mark(first_letter(letter)) ||
         std::string_view("'.:·’‘․‧").find(letter) != std::string_view::npos;
}

// Whether the letter at `at` is the last of a word, where sigma has another form.
bool ends_word(const std::vector<std::string_view>& letters, std::size_t at) {
  std::size_t before = at, after = at + 1;
  while (before > 0 && is_ignored(letters[before - 1])) --before;
  while (after < letters.size() && is_ignored(letters[after])) ++after;
  return before > 0 && is_cased(letters[before - 1]) &&
         (after == letters.size() || !is_cased(letters[after]));
}

void append_lower(std::string& out, const std::vector<std::string_view>& letters, std::size_t at) {
  if (letters[at] == "Σ")
    out += ends_word(letters, at) ? "ς" : "σ";
  else if (letters[at] == "İ")
    out += "i̇";
  else
    append_utf8(out, lower(first_letter(letters[at])));
}

}  // namespace

std::string to_upper(std::string_view text) {
  std::string out;
  for (std::string_view letter : code_points(text)) append_upper(out, first_letter(letter));
  return out;
}

std::string to_lower(std::string_view text) {
  std::string out;
  std::vector<std::string_view> letters = code_points(text);
  for (std::size_t i = 0; i < letters.size(); ++i) append_lower(out, letters, i);
  return out;
}

std::string to_title(std::string_view text) {
  std::string out;
  bool inside = false;
  std::vector<std::string_view> letters = code_points(text);
  for (std::size_t i = 0; i < letters.size(); ++i) {
    if (inside)
      append_lower(out, letters, i);
    else
      append_title(out, first_letter(letters[i]));
    inside = is_cased(letters[i]);
  }
  return out;
}

std::string to_capitalized(std::string_view text) {
  std::string out;
  std::vector<std::string_view> letters = code_points(text);
  if (!letters.empty()) append_title(out, first_letter(letters[0]));
  for (std::size_t i = 1; i < letters.size(); ++i) append_lower(out, letters, i);
  return out;
}

std::string swap_case(std::string_view text) {
  std::string out;
  std::vector<std::string_view> letters = code_points(text);
  for (std::size_t i = 0; i < letters.size(); ++i) {
    char32_t c = first_letter(letters[i]);
    if (has_lower(c) && !is_title(c))
      append_lower(out, letters, i);
    else if (has_upper(c))
      append_upper(out, c);
    else
      out += letters[i];
  }
  return out;
}

std::string to_folded(std::string_view text) {
  std::string out;
  for (std::string_view letter : code_points(text))
    for (char32_t each : folded(first_letter(letter)))
      if (each != 0) append_utf8(out, each);
  return out;
}

}  // namespace kbgen::jinja
