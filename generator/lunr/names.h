// Keeps what lunr's trimmer would lose of names. This is the one departure from lunr, and happens
// only with Settings::names.
//
// lunr's trimmer knows ASCII letters alone, so "café" becomes "caf", "C++" "c",
// "привет" nothing; and "python's" stems to "python'". With names, a token goes
// through what stands here in place of lunr.trimmer, before stop words and
// stemmer, and becomes any number of tokens:
//
//   1. Curly apostrophes are straight; soft hyphens and zero width are left out.
//   2. It is cut at dashes that are no ASCII hyphen, and at dots in a row.
//   3. Signs at either end go, but for + # * at the end and . # @ before a
//      letter; then what a language hangs on to words (English: 's 're 've 'll
//      'd 'm behind them; French: l' d' qu' … before them).
//   4. What is left is a token as it is written, and a second one if it differs
//      when accents are folded to ASCII and lunr's trimmer has gone over it.
//   5. A number whose digits stand in groups of three, as in 1,500, is a third
//      token without what parts them.
//   6. What stands before and behind a slash is a word of its own and treated in
//      the same way, up to sixteen slashes. What has more is no text that
//      somebody wrote.
//
// Unmodified lunr.js then finds "café" and "cafe", "c++", ".net", "1500", "a/b"; the
// serialised pipeline stays as it was, because all of this happens when texts are
// indexed. The words of a query must be taken apart in the same way: formsOf() in
// themes/default/assets/search-words.js, which a test holds to be the same.
#pragma once

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <span>
#include <string>
#include <string_view>

#include "lunr/language.h"
#include "lunr/tokenizer.h"
#include "lunr/unicode.h"

namespace kbgen::lunr {

namespace detail {

struct FoldRow {
  std::string_view ascii;
  std::u32string_view letters;
};

// clang-format off
inline constexpr FoldRow fold_rows[] = {
    {"a", U"ªàáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ"},
    {"ae", U"æ"},
    {"b", U"ḃḅḇ"},
    {"c", U"çćĉċčḉ"},
    {"d", U"ðďđḋḍḏḑḓ"},
    {"dz", U"ǆǳ"},
    {"e", U"èéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ"},
    {"f", U"ḟ"},
    {"ff", U"ﬀ"},
    {"ffi", U"ﬃ"},
    {"ffl", U"ﬄ"},
    {"fi", U"ﬁ"},
    {"fl", U"ﬂ"},
    {"g", U"ĝğġģǧǵḡ"},
    {"h", U"ĥħȟḣḥḧḩḫẖ"},
    {"i", U"ìíîïĩīĭįıǐȉȋḭḯỉị"},
    {"ij", U"ĳ"},
    {"j", U"ĵǰ"},
    {"k", U"ķǩḱḳḵ"},
    {"l", U"ĺļľłḷḹḻḽ"},
    {"lj", U"ǉ"},
    {"m", U"ḿṁṃ"},
    {"n", U"ñńņňŋǹṅṇṉṋ"},
    {"nj", U"ǌ"},
    {"o", U"ºòóôõöøōŏőơǒǫǭȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợ"},
    {"oe", U"œ"},
    {"p", U"ṕṗ"},
    {"r", U"ŕŗřȑȓṙṛṝṟ"},
    {"s", U"śŝşšſșṡṣṥṧṩẛ"},
    {"ss", U"ß"},
    {"st", U"ﬅﬆ"},
    {"t", U"ţťŧțṫṭṯṱẗ"},
    {"th", U"þ"},
    {"u", U"ùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự"},
    {"v", U"ṽṿ"},
    {"w", U"ŵẁẃẅẇẉẘ"},
    {"x", U"ẋẍ"},
    {"y", U"ýÿŷȳẏẙỳỵỷỹ"},
    {"z", U"źżžẑẓẕ"},
};
// clang-format on

// Signs: punctuation, symbols, control characters and characters for private use.
inline constexpr CodePointRange sign_ranges[] = {
    {0x0000, 0x002F}, {0x003A, 0x0040}, {0x005B, 0x005E}, {0x0060, 0x0060},   {0x007B, 0x00A9},
    {0x00AB, 0x00B4}, {0x00B6, 0x00B9}, {0x00BB, 0x00BF}, {0x00D7, 0x00D7},   {0x00F7, 0x00F7},
    {0x2000, 0x206F}, {0x20A0, 0x20FF}, {0x2190, 0x2BFF}, {0x3000, 0x3004},   {0x3008, 0x3020},
    {0x3030, 0x3030}, {0xE000, 0xF8FF}, {0xFE00, 0xFE6F}, {0xFF00, 0xFF0F},   {0xFF1A, 0xFF20},
    {0xFF3B, 0xFF40}, {0xFF5B, 0xFF65}, {0xFFE0, 0xFFFF}, {0x1F000, 0x1FAFF},
};

inline bool is_sign(char32_t c) { return is_within(sign_ranges, c); }

inline bool is_one_of(std::string_view signs, char32_t c) {
  return c < 0x80 && signs.find(static_cast<char>(c)) != signs.npos;
}

inline bool is_apostrophe(char32_t c) {
  return c == 0x2018 || c == 0x2019 || c == 0x02BC || c == 0x2032 || c == 0xFF07;
}

inline bool is_invisible(char32_t c) {
  return c == 0x00AD || (c >= 0x200B && c <= 0x200D) || c == 0x2060;
}

inline bool is_dash_or_ellipsis(char32_t c) { return (c >= 0x2010 && c <= 0x2015) || c == 0x2026; }

// Whether digits stand in groups of three, as in 1,500 and 2.000.000.
inline bool is_grouped_number(std::string_view word) {
  std::size_t first = word.size() % 4;
  if (first == 0 || word.size() < 5) return false;
  for (std::size_t at = 0; at < word.size(); ++at) {
    bool parts = at >= first && (at - first) % 4 == 0;
    if (parts ? std::string_view(",.'").find(word[at]) == std::string_view::npos
              : word[at] < '0' || word[at] > '9')
      return false;
  }
  return true;
}

}  // namespace detail

// Writes Latin letters without their accents, in ASCII; everything else stays as it is.
inline std::string fold_to_ascii(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    char32_t c = next_code_point(text, at);
    if (c >= 0x0300 && c <= 0x036F) continue;
    const detail::FoldRow* found = nullptr;
    for (const detail::FoldRow& row : detail::fold_rows)
      if (c >= 0x80 && row.letters.find(c) != row.letters.npos) found = &row;
    if (found)
      out += found->ascii;
    else
      append_utf8(out, c);
  }
  return out;
}

// Makes of a lower-cased token the tokens by which it is found, as described above. Not thread
// safe.
class NameForms {
 public:
  // `language` must outlive this.
  explicit NameForms(const Language& language) : language_(language) {}

  // Calls use(form) for each of these tokens; for none if there is neither letter nor digit.
  template <class Use>
  void operator()(std::string_view token, Use&& use) {
    if (std::string_view word = plain_word(token); !word.empty()) return use(word);
    straighten(token);
    std::string_view text = text_;
    for (std::size_t begin = 0; begin <= text.size();) {
      std::size_t end = text.find(cut, begin);
      if (end == text.npos) end = text.size();
      add_piece(text.substr(begin, end - begin), use);
      begin = end + 1;
    }
  }

 private:
  static constexpr char cut = '\0';  // stands for dashes and dots in a row

  // Fast path: most tokens are ASCII letters with at most a comma or the like behind them, of which
  // the other steps would make the same. Returns nothing for other tokens.
  static std::string_view plain_word(std::string_view token) {
    std::string_view word = token;
    if (!word.empty() && std::string_view(",.?!;:").find(word.back()) != word.npos)
      word.remove_suffix(1);
    return std::all_of(word.begin(), word.end(), detail::is_word_byte) ? word : std::string_view();
  }

  void straighten(std::string_view token) {
    text_.clear();
    for (std::size_t at = 0; at < token.size();) {
      char32_t c = next_code_point(token, at);
      bool dots = c == '.' && at < token.size() && token[at] == '.';
      while (dots && at < token.size() && token[at] == '.') ++at;
      if (detail::is_invisible(c)) continue;
      if (dots || detail::is_dash_or_ellipsis(c))
        text_ += cut;
      else if (detail::is_apostrophe(c))
        text_ += '\'';
      else
        append_utf8(text_, c);
    }
  }

  static constexpr int most_slashes = 16;

  template <class Use>
  void add_piece(std::string_view piece, Use& use, int slashes = 0) {
    std::string_view word = without_clitics(strip(piece));
    if (word.empty()) return;
    plain_ = fold_to_ascii(word);
    std::string_view plain = trim_token(plain_);
    if (plain != word) use(word);
    if (!plain.empty()) use(plain);
    if (detail::is_grouped_number(plain)) {
      std::erase_if(plain_, [](char c) { return c < '0' || c > '9'; });
      use(plain_);
    }

    std::size_t slash = word.find('/');
    if (slash == word.npos || slashes == most_slashes) return;
    add_piece(word.substr(0, slash), use, slashes + 1);
    add_piece(word.substr(slash + 1), use, slashes + 1);
  }

  static std::string_view strip(std::string_view text) {
    while (!text.empty()) {
      std::size_t next = 0;
      char32_t c = next_code_point(text, next);
      if (!detail::is_sign(c)) break;
      std::size_t second = next;
      bool before_letter = next < text.size() && !detail::is_sign(next_code_point(text, second));
      if (before_letter && detail::is_one_of(".#@", c)) break;
      text.remove_prefix(next);
    }
    while (!text.empty()) {
      std::size_t end = text.size();
      char32_t c = previous_code_point(text, end);
      if (!detail::is_sign(c) || detail::is_one_of("+#*", c)) break;
      text.remove_suffix(text.size() - end);
    }
    return text;
  }

  std::string_view without_clitics(std::string_view word) const {
    auto is_at = [](bool stands, std::string_view word, std::string_view part) {
      return stands && word.size() > part.size();
    };
    for (std::string_view elision : language_.elisions)
      if (is_at(word.starts_with(elision), word, elision)) {
        word.remove_prefix(elision.size());
        break;
      }
    for (std::string_view clitic : language_.clitics)
      if (is_at(word.ends_with(clitic), word, clitic)) {
        word.remove_suffix(clitic.size());
        break;
      }
    return word;
  }

  const Language& language_;
  std::string text_, plain_;
};

}  // namespace kbgen::lunr
