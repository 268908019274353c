#include "formats/sentences.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/char_set.h"
#include "base/english.h"
#include "base/text.h"

namespace kbgen {

namespace {

// These are rules of thumb for English that are harmless elsewhere: a sign that can
// end a sentence, white space, and then something that can begin one. A sentence end
// that is missed costs a long paragraph, a false one a short one; no word is lost
// either way.
constexpr std::array<std::string_view, 15> abbreviations = {"st",  "sr",  "jr",     "vs",   "etc",
                                                            "eg",  "ie",  "e.g",    "i.e",  "inc",
                                                            "ltd", "vol", "approx", "dept", "cf"};

bool is_final_sign(char c) { return c == '.' || c == '!' || c == '?'; }

// Closing quotes and brackets belong to the sentence before them.
std::size_t skip_closers(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    bool found = false;
    for (std::string_view closer : {"\"", "'", ")", "]", "\u201D", "\u2019", "*"})
      if (text.substr(at).starts_with(closer)) {
        at += closer.size();
        found = true;
        break;
      }
    if (!found) break;
  }
  return at;
}

std::string_view word_before(std::string_view text, std::size_t end) {
  std::size_t begin = text.find_last_of(" \n(\"", end == 0 ? 0 : end - 1);
  begin = begin == text.npos || begin >= end ? 0 : begin + 1;
  return text.substr(begin, end - begin);
}

// Whether the full stop behind this word ends no sentence: "Dr", "e.g", "J".
bool is_abbreviation(std::string_view word) {
  if (word.size() == 1 && is_ascii_upper(word[0])) return word != "I";
  if (word.size() > 6) return false;
  std::string small = lower_ascii(word);
  return is_honorific(small) || std::ranges::find(abbreviations, small) != abbreviations.end();
}

// Whether a sentence can begin here. It need not have a capital: "so on. and then" was
// written without any.
bool begins_sentence(std::string_view text, std::size_t at) {
  char32_t c = next_code_point(text, at);
  if (c < 0x80) return !(c == ',' || c == ';' || c == ':');
  return true;
}

}  // namespace

std::vector<std::uint32_t> sentence_ends(std::string_view text) {
  static constexpr CharSet final_signs(".!?");
  std::vector<std::uint32_t> ends;
  for (std::size_t i = final_signs.find_in(text); i < text.size();
       i = final_signs.find_in(text, i + 1)) {
    std::size_t sign = i;
    while (i + 1 < text.size() && is_final_sign(text[i + 1])) ++i;
    std::size_t end = skip_closers(text, i + 1);
    if (end < text.size()) {
      if (text[end] != ' ' && text[end] != '\n') continue;  // 3.5, fast.ai
      std::size_t next = end + 1;
      if (next < text.size() && !begins_sentence(text, next)) continue;
      bool is_one_stop = i == sign && text[i] == '.';
      bool has_lower_next = next < text.size() && is_ascii_lower(text[next]);
      if (is_one_stop && is_abbreviation(word_before(text, sign))) continue;
      // In "well... you know" the dots are a pause and end nothing.
      if (i > sign && text[i] == '.' && has_lower_next) continue;
      if (is_one_stop && has_lower_next &&
          word_before(text, sign).find('.') != std::string_view::npos)
        continue;
    }
    ends.push_back(static_cast<std::uint32_t>(end));
  }
  // Scripts with a full-width stop write no space after it.
  for (std::string_view stop : {"\u3002", "\uFF01", "\uFF1F"})
    for (std::size_t i = text.find(stop); i != text.npos; i = text.find(stop, i + 1))
      ends.push_back(static_cast<std::uint32_t>(i + stop.size()));
  std::ranges::sort(ends);
  return ends;
}

}  // namespace kbgen
