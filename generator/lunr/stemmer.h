// Porter's stemmer as lunr 2.3.9 runs it: the regular expressions of
// lunr.stemmer, spelled out, with what they do beyond Porter's paper.
//
// Units are UTF-16 code units, as in JavaScript. Words are either ASCII, where
// a byte is a unit, or are stemmed as char16_t.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

#include "lunr/unicode.h"

namespace kbgen::lunr {

namespace detail {

struct Ending {
  std::string_view from, to;
};

// In each list the longest endings come first, because the lazy prefix of lunr's expressions makes
// the longest one match.
inline constexpr Ending step_2[] = {
    {"ational", "ate"}, {"ization", "ize"}, {"iveness", "ive"}, {"fulness", "ful"},
    {"ousness", "ous"}, {"tional", "tion"}, {"biliti", "ble"},  {"entli", "ent"},
    {"ousli", "ous"},   {"ation", "ate"},   {"alism", "al"},    {"aliti", "al"},
    {"iviti", "ive"},   {"enci", "ence"},   {"anci", "ance"},   {"izer", "ize"},
    {"alli", "al"},     {"ator", "ate"},    {"logi", "log"},    {"bli", "ble"},
    {"eli", "e"},
};
inline constexpr Ending step_3[] = {
    {"icate", "ic"}, {"ative", ""}, {"alize", "al"}, {"iciti", "ic"},
    {"ical", "ic"},  {"ness", ""},  {"ful", ""},
};
inline constexpr Ending step_4[] = {
    {"ement", ""}, {"ance", ""}, {"ence", ""}, {"able", ""}, {"ible", ""}, {"ment", ""},
    {"ant", ""},   {"ent", ""},  {"ism", ""},  {"ate", ""},  {"iti", ""},  {"ous", ""},
    {"ive", ""},   {"ize", ""},  {"al", ""},   {"er", ""},   {"ic", ""},   {"ou", ""},
};

template <class Unit>
class Stemmer {
 public:
  using Word = std::basic_string<Unit>;
  using View = std::basic_string_view<Unit>;

  static void stem(Word& w) {
    if (w.size() < 3) return;
    // A leading y is a consonant: "Y" is in none of the classes below.
    bool starts_with_y = w[0] == 'y';
    if (starts_with_y) w[0] = 'Y';
    drop_plural(w);
    drop_past_and_progressive(w);
    if (w.size() >= 3 && w.back() == 'y' && !is_vowel(w[w.size() - 2]) &&
        matches_dots(w, w.size() - 2))
      w.back() = 'i';
    replace_ending(w, step_2);
    replace_ending(w, step_3);
    drop_ending(w);
    drop_final_e(w);
    if (ends_with(w, "ll") && measure(w).above_one) w.pop_back();
    if (starts_with_y) w[0] = 'y';
  }

 private:
  static bool is_vowel(Unit u) { return is_one_of(u, "aeiou"); }
  static bool is_one_of(Unit u, std::string_view units) {
    return std::any_of(units.begin(), units.end(),
                       [u](char c) { return u == static_cast<Unit>(c); });
  }
  static bool ends_with(View w, std::string_view ending) {
    return w.size() >= ending.size() &&
           std::equal(ending.begin(), ending.end(),
                      w.end() - static_cast<std::ptrdiff_t>(ending.size()),
                      [](char c, Unit u) { return u == static_cast<Unit>(c); });
  }

  // Whether `.+?` can stand for the first `length` units: not for none, and
  // not across a line end, which only an element of a list can hold.
  static bool matches_dots(View w, std::size_t length) {
    if (length == 0) return false;
    return std::none_of(w.begin(), w.begin() + static_cast<std::ptrdiff_t>(length), [](Unit u) {
      return u == '\n' || u == '\r' || char32_t(u) == 0x2028 || char32_t(u) == 0x2029;
    });
  }

  static bool has_ending(View w, std::string_view ending) {
    return ends_with(w, ending) && matches_dots(w, w.size() - ending.size());
  }

  // How many vowel-consonant pairs a stem has, as far as the rules ask, with lunr's names.
  struct Measure {
    bool has_vowel = false;    // s_v
    bool above_zero = false;   // mgr0
    bool exactly_one = false;  // meq1
    bool above_one = false;    // mgr1
  };

  // Runs lunr's expressions as one automaton that may be in several of its states at once, because
  // a y is both vowel and consonant. The states are: start, [C], V, C, V, C.
  static Measure measure(View w) {
    enum : unsigned { start = 1, c0 = 2, v1 = 4, c1 = 8, v2 = 16, c2 = 32 };
    unsigned now = start;
    Measure m;
    for (Unit u : w) {
      bool y = u == 'y', vowel = is_vowel(u);
      unsigned next = 0;
      if (vowel || y) {
        if (now & (start | c0)) next |= v1;
        if (now & c1) next |= v2;
      }
      if (vowel) next |= now & (v1 | v2);
      if (!vowel) {
        if (now & start) next |= c0;
        if (now & v1) next |= c1;
        if (now & v2) next |= c2;
      }
      if (!vowel && !y) next |= now & (c0 | c1);
      now = next;
      m.has_vowel |= (now & v1) != 0;
      m.above_zero |= (now & c1) != 0;
      m.above_one |= (now & c2) != 0;
    }
    m.exactly_one = (now & (c1 | v2)) != 0;
    return m;
  }

  // Whether a word is consonants, a vowel, and a consonant other than w, x and y.
  static bool ends_in_short_syllable(View w) {
    std::size_t n = w.size();
    if (n < 3 || is_vowel(w[0])) return false;
    for (std::size_t i = 1; i + 2 < n; ++i)
      if (is_one_of(w[i], "aeiouy")) return false;
    return is_one_of(w[n - 2], "aeiouy") && !is_one_of(w[n - 1], "aeiouwxy");
  }

  static void drop_plural(Word& w) {
    std::size_t n = w.size();
    if (has_ending(w, "sses") || has_ending(w, "ies"))
      w.resize(n - 2);
    else if (w[n - 1] == 's' && w[n - 2] != 's' && matches_dots(w, n - 2))
      w.pop_back();
  }

  static void drop_past_and_progressive(Word& w) {
    if (has_ending(w, "eed")) {
      if (measure(View(w).substr(0, w.size() - 3)).above_zero) w.pop_back();
      return;
    }
    std::size_t ending = has_ending(w, "ed") ? 2 : has_ending(w, "ing") ? 3 : 0;
    if (ending == 0 || !measure(View(w).substr(0, w.size() - ending)).has_vowel) return;
    w.resize(w.size() - ending);

    std::size_t n = w.size();
    bool is_double = n >= 2 && w[n - 1] == w[n - 2] && !is_one_of(w[n - 1], "aeiouylsz");
    if (ends_with(w, "at") || ends_with(w, "bl") || ends_with(w, "iz"))
      w += 'e';
    else if (is_double)
      w.pop_back();
    else if (ends_in_short_syllable(w))
      w += 'e';
  }

  template <std::size_t Size>
  static const Ending* find_ending(View w, const Ending (&endings)[Size]) {
    for (const Ending& ending : endings)
      if (has_ending(w, ending.from)) return &ending;
    return nullptr;
  }

  template <std::size_t Size>
  static void replace_ending(Word& w, const Ending (&endings)[Size]) {
    const Ending* ending = find_ending(w, endings);
    if (!ending) return;
    std::size_t stem = w.size() - ending->from.size();
    if (!measure(View(w).substr(0, stem)).above_zero) return;
    w.resize(stem);
    w.append(ending->to.begin(), ending->to.end());
  }

  static void drop_ending(Word& w) {
    std::size_t stem = w.size();
    if (const Ending* ending = find_ending(w, step_4))
      stem -= ending->from.size();
    else if ((ends_with(w, "sion") || ends_with(w, "tion")) && matches_dots(w, w.size() - 4))
      stem -= 3;
    else
      return;
    if (measure(View(w).substr(0, stem)).above_one) w.resize(stem);
  }

  static void drop_final_e(Word& w) {
    if (!has_ending(w, "e")) return;
    View stem = View(w).substr(0, w.size() - 1);
    Measure m = measure(stem);
    if (m.above_one || (m.exactly_one && !ends_in_short_syllable(stem))) w.pop_back();
  }
};

}  // namespace detail

// Replaces a lower-cased, trimmed token by its stem.
inline void stem(std::string& word) {
  if (is_ascii(word)) return detail::Stemmer<char>::stem(word);
  std::u16string units = to_utf16(word);
  detail::Stemmer<char16_t>::stem(units);
  word = to_utf8(units);
}

}  // namespace kbgen::lunr
