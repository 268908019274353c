#include "model/words.h"

#include <algorithm>
#include <array>

#include "base/char_set.h"
#include "base/text.h"
#include "lunr/pairs.h"

namespace kbgen {

namespace {

struct CodePointRange {
  char32_t first, last;
};

constexpr CodePointRange katakana[] = {{0x30A1, 0x30FA}, {0x30FC, 0x30FF},   {0x31F0, 0x31FF},
                                       {0xFF66, 0xFF9F}, {0x1B000, 0x1B000}, {0x1B120, 0x1B16F}};
// Scripts in which marks (vowel signs, voicing) make another word and may not be folded away.
constexpr CodePointRange marks_matter[] = {{0x0900, 0x109F}, {0x1700, 0x1CFF}, {0x3040, 0x30FF},
                                           {0xA800, 0xABFF}, {0xFF66, 0xFF9F}, {0x11000, 0x11FFF}};
// Vowels of Thai and Lao that are letters of their own: they belong to the consonant behind them,
// or to the one before them.
constexpr CodePointRange leading_vowels[] = {{0x0E40, 0x0E44}, {0x0EC0, 0x0EC4}};
constexpr CodePointRange trailing_vowels[] = {
    {0x0E30, 0x0E30}, {0x0E32, 0x0E33}, {0x0E45, 0x0E45}, {0x0EB0, 0x0EB0}, {0x0EB2, 0x0EB3}};
// Signs of Burmese and Khmer that put the next consonant below the last one.
constexpr CodePointRange stackers[] = {{0x1039, 0x1039}, {0x17D2, 0x17D2}};

template <std::size_t count>
bool is_in(const CodePointRange (&ranges)[count], char32_t c) {
  return std::ranges::any_of(ranges, [&](auto r) { return r.first <= c && c <= r.last; });
}

enum class Script { spaced, unspaced, katakana };

Script script_of(char32_t c) {
  if (!lunr::is_unspaced(c)) return Script::spaced;
  return is_in(katakana, c) ? Script::katakana : Script::unspaced;
}

// Whether a character is invisible inside words: the joiners of Persian and Hindi, and soft
// hyphens.
bool is_invisible_joiner(char32_t c) { return c == 0x200C || c == 0x200D || c == 0x00AD; }

enum class Char : unsigned char { other, word, beyond_ascii };

constexpr std::array<Char, 256> make_classes() {
  std::array<Char, 256> classes{};
  for (int c = 0; c < 256; ++c) {
    bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (letter) classes[c] = Char::word;
    if (c >= 0x80) classes[c] = Char::beyond_ascii;
  }
  return classes;
}

constexpr std::array<Char, 256> classes = make_classes();

Char class_at(std::string_view text, std::size_t at) {
  return at < text.size() ? classes[static_cast<unsigned char>(text[at])] : Char::other;
}

char32_t code_point_at(std::string_view text, std::size_t at) {
  return at < text.size() ? next_code_point(text, at) : U'\0';
}

// The length in bytes of a ' or ’ at `at`; 0 if there is none.
std::size_t apostrophe_at(std::string_view text, std::size_t at) {
  if (at < text.size() && text[at] == '\'') return 1;
  return text.substr(std::min(at, text.size())).starts_with("\u2019") ? 3 : 0;
}

// The length in bytes of a ' or ’ at `at` that a word character follows; else 0.
std::size_t inner_apostrophe(std::string_view text, std::size_t at) {
  std::size_t length = apostrophe_at(text, at);
  return length > 0 && word_char_at(text, at + length) > 0 ? length : 0;
}

// The end of a run of letters of one kind of script: "AI技術" is the word "AI" and two more.
std::size_t end_of_letters(std::string_view text, std::size_t at, Script script) {
  while (at < text.size()) {
    Char known = classes[static_cast<unsigned char>(text[at])];
    if (known == Char::word && script == Script::spaced) {
      ++at;
      continue;
    }
    if (known != Char::beyond_ascii) break;
    std::size_t next = at;
    char32_t c = next_code_point(text, next);
    bool is_joined = is_invisible_joiner(c) && word_char_at(text, next) > 0;
    bool is_letter = is_word_char(c) && (is_mark(c) || script_of(c) == script);
    if (!is_joined && !is_letter) break;
    at = next;
  }
  return at;
}

// The end of one letter in a script without spaces, with the marks and vowels that belong to it.
std::size_t end_of_cluster(std::string_view text, std::size_t at) {
  char32_t c = next_code_point(text, at);
  if (is_in(leading_vowels, c) && script_of(code_point_at(text, at)) == Script::unspaced)
    next_code_point(text, at);
  for (std::size_t next = at; next < text.size(); at = next) {
    char32_t mark = next_code_point(text, next);
    if (is_in(stackers, mark) && script_of(code_point_at(text, next)) == Script::unspaced)
      next_code_point(text, next);
    else if (!is_mark(mark) && !is_in(trailing_vowels, mark))
      break;
  }
  return at;
}

// The end of the signs directly behind a word ("C++", "C#"), which belong to it.
std::size_t end_of_signs(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && (text[end] == '+' || text[end] == '#')) ++end;
  return word_char_at(text, end) > 0 ? at : end;
}

// Bytes that may go on a word behind its letters; the last is the first byte of ’.
constexpr CharSet begins_more("'+#\xE2");

// The end of a word in the text, and its end without a possessive "'s".
struct Extent {
  std::size_t end, counted_end;
};

Extent extent_of_word(std::string_view text, std::size_t begin) {
  Script script =
      class_at(text, begin) == Char::word ? Script::spaced : script_of(code_point_at(text, begin));
  if (script == Script::unspaced) {
    std::size_t end = end_of_cluster(text, begin);
    return {end, end};
  }
  std::size_t at = end_of_letters(text, begin, script), before_last = at;
  if (at == text.size() || !begins_more.has(text[at])) return {at, at};
  while (std::size_t apostrophe = inner_apostrophe(text, at)) {
    before_last = at;
    at = end_of_letters(text, at + apostrophe, script);
  }
  if (before_last < at && before_last + possessive_at(text, before_last) == at)
    return {at, before_last};
  at = end_of_signs(text, at);
  return {at, at};
}

// Whether the dot before a word belongs to it, as in ".NET": it must not follow another word.
bool follows_lone_dot(std::string_view text, std::size_t begin) {
  if (begin == 0 || text[begin - 1] != '.') return false;
  return begin == 1 || text[begin - 2] == ' ' || text[begin - 2] == '\n' || text[begin - 2] == '(';
}

}  // namespace

std::size_t word_char_at(std::string_view text, std::size_t at) {
  Char c = class_at(text, at);
  if (c == Char::word) return 1;
  if (c != Char::beyond_ascii) return 0;
  std::size_t next = at;
  return is_word_char(next_code_point(text, next)) ? next - at : 0;
}

std::size_t possessive_at(std::string_view text, std::size_t at) {
  std::size_t length = apostrophe_at(text, at);
  std::size_t s = at + length;
  bool possessive = length > 0 && s < text.size() && (text[s] == 's' || text[s] == 'S') &&
                    word_char_at(text, s + 1) == 0;
  return possessive ? length + 1 : 0;
}

bool WordCutter::next(TextRange& word) {
  std::string_view text = text_;
  std::size_t begin = at_;
  while (begin < text.size()) {
    Char c = classes[static_cast<unsigned char>(text[begin])];
    if (c == Char::word || (c == Char::beyond_ascii && word_char_at(text, begin) > 0)) break;
    ++begin;
  }
  if (begin >= text.size()) return false;
  // Fast path: most words are of ASCII letters alone.
  std::size_t end = begin;
  while (end < text.size() && classes[static_cast<unsigned char>(text[end])] == Char::word) ++end;
  at_ = end;
  bool goes_on =
      end < text.size() && (classes[static_cast<unsigned char>(text[end])] == Char::beyond_ascii ||
                            begins_more.has(text[end]));
  if (goes_on) {
    Extent extent = extent_of_word(text, begin);
    end = extent.counted_end;
    at_ = extent.end;
  }
  word.begin = static_cast<std::uint32_t>(follows_lone_dot(text, begin) ? begin - 1 : begin);
  word.end = static_cast<std::uint32_t>(end);
  return true;
}

std::string fold_word(std::string_view word) {
  bool keeps_marks = false;
  for (std::size_t at = 0; at < word.size() && !keeps_marks;)
    keeps_marks = is_in(marks_matter, next_code_point(word, at));
  return replace_all(keeps_marks ? fold_but_marks(word) : fold(word), "\u2019", "'");
}

std::vector<std::string> folded_words(std::string_view text) {
  std::vector<std::string> words;
  WordCutter cutter(text);
  for (TextRange word; cutter.next(word);)
    words.push_back(fold_word(text.substr(word.begin, word.size())));
  return words;
}

std::string comparable_name(std::string_view name) { return join(folded_words(name), " "); }

}  // namespace kbgen
