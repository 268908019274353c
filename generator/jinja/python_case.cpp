// Upper, lower and title case as Python's str has them: by Unicode's full
// mapping, in which one letter may become several ('ß' is 'SS', 'ﬁ' is 'FI').
//
// utf8proc maps letter by letter. What is longer follows from its full case
// folding, which is the lower case of the same letters; a test compares every
// code point with Python.

#include <utf8proc.h>

#include <array>
#include <string>
#include <string_view>

#include "base/text.h"
#include "jinja/python_text.h"

namespace kbgen::jinja {

namespace {

using Letter = utf8proc_int32_t;

Letter first_letter(std::string_view text) {
  std::size_t at = 0;
  return static_cast<Letter>(next_code_point(text, at));
}

void append(std::string& out, Letter c) { append_utf8(out, static_cast<char32_t>(c)); }

// At most three letters; the rest is 0.
std::array<Letter, 4> folded(Letter c) {
  std::array<Letter, 4> letters{};
  int last = 0;
  utf8proc_decompose_char(c, letters.data(), 4, UTF8PROC_CASEFOLD, &last);
  return letters;
}

bool is_longer(Letter c, const std::array<Letter, 4>& fold) {
  return fold[1] != 0 && utf8proc_category(c) != UTF8PROC_CATEGORY_LU;
}

void append_upper(std::string& out, Letter c) {
  std::array<Letter, 4> fold = folded(c);
  if (!is_longer(c, fold)) return append(out, utf8proc_toupper(c));
  for (Letter each : fold)
    if (each != 0) append(out, utf8proc_toupper(each));
}

// The first letter that has a case gets it. Iota stays below the one before.
void append_title(std::string& out, Letter c) {
  constexpr Letter sharp_s = 0xDF, iota = 0x3B9, iota_below = 0x345;
  std::array<Letter, 4> fold = folded(c);
  Letter title = utf8proc_totitle(c);
  bool has_one = title != c && c != sharp_s;
  if (has_one || !is_longer(c, fold) || utf8proc_category(c) == UTF8PROC_CATEGORY_LT)
    return append(out, title);
  bool changed = false;
  for (Letter each : fold) {
    if (each == 0) continue;
    Letter made = changed ? each : utf8proc_totitle(each);
    append(out, changed && each == iota ? iota_below : made);
    changed = changed || made != each;
  }
}

bool is_cased(std::string_view letter) {
  Letter c = first_letter(letter);
  return utf8proc_isupper(c) || utf8proc_islower(c) || utf8proc_category(c) == UTF8PROC_CATEGORY_LT;
}

// Accents, joiners and apostrophes do not end a word.
bool is_ignored(std::string_view letter) {
  switch (utf8proc_category(first_letter(letter))) {
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_ME:
    case UTF8PROC_CATEGORY_CF:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_SK:
      return true;
    default:
      return std::string_view("'.:·’‘․‧").find(letter) != std::string_view::npos;
  }
}

// Sigma has another form at the end of a word.
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
    append(out, utf8proc_tolower(first_letter(letters[at])));
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
    Letter c = first_letter(letters[i]);
    if (utf8proc_isupper(c) && utf8proc_category(c) != UTF8PROC_CATEGORY_LT)
      append_lower(out, letters, i);
    else if (utf8proc_islower(c))
      append_upper(out, c);
    else
      out += letters[i];
  }
  return out;
}

std::string to_folded(std::string_view text) {
  std::string out;
  for (std::string_view letter : code_points(text))
    for (Letter each : folded(first_letter(letter)))
      if (each != 0) append(out, each);
  return out;
}

}  // namespace kbgen::jinja
