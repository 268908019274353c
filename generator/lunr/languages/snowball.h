// The runtime of the stemmers in this folder: what SnowballProgram of
// lunr.stemmer.support.js does, ported to C++ with its names, so that the
// stemmers read as in their sources.
//
// Snowball JavaScript Library v0.3, Copyright 2010, Oleg Mazko
// Licence: MPL 1.1, see LICENSE in this folder; changed: C++ instead of JavaScript.
#pragma once

#include <algorithm>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "lunr/unicode.h"

namespace kbgen::lunr::snowball {

// An ending among others, sorted. `substring` is the entry that ends this one,
// -1 if there is none; `condition` says which function must agree, 0 if none.
struct Among {
  std::u16string_view text;
  int substring;
  int result;
  int condition = 0;
};

// A word in UTF-16 code units with a cursor in it, and a slice from bra to ket.
class Program {
 public:
  virtual ~Program() = default;

  void set_current(std::u16string word) {
    current_ = std::move(word);
    cursor = bra = limit_backward = 0;
    limit = ket = static_cast<int>(current_.size());
  }
  std::u16string take_current() { return std::move(current_); }

 protected:
  int bra = 0, ket = 0, limit = 0, cursor = 0, limit_backward = 0;

  virtual bool check(int condition) { return condition == 0; }

  template <std::size_t Size>
  bool in_grouping(const unsigned char (&bits)[Size], int min, int max) {
    return cursor < limit && is_in(bits, min, max, cursor) && ++cursor;
  }
  template <std::size_t Size>
  bool in_grouping_b(const unsigned char (&bits)[Size], int min, int max) {
    if (cursor <= limit_backward || !is_in(bits, min, max, cursor - 1)) return false;
    --cursor;
    return true;
  }
  template <std::size_t Size>
  bool out_grouping(const unsigned char (&bits)[Size], int min, int max) {
    return cursor < limit && !is_in(bits, min, max, cursor) && ++cursor;
  }
  template <std::size_t Size>
  bool out_grouping_b(const unsigned char (&bits)[Size], int min, int max) {
    if (cursor <= limit_backward || is_in(bits, min, max, cursor - 1)) return false;
    --cursor;
    return true;
  }

  bool eq_s(std::u16string_view text) {
    int size = static_cast<int>(text.size());
    if (limit - cursor < size || slice(cursor, cursor + size) != text) return false;
    cursor += size;
    return true;
  }
  bool eq_s_b(std::u16string_view text) {
    int size = static_cast<int>(text.size());
    if (cursor - limit_backward < size || slice(cursor - size, cursor) != text) return false;
    cursor -= size;
    return true;
  }
  bool eq_v_b(std::u16string_view text) { return eq_s_b(text); }

  // The result of the longest entry that stands at the cursor, which then is
  // behind it (_b: before it); 0 if there is none.
  template <std::size_t Size>
  int find_among(const Among (&entries)[Size]) {
    return find(entries, Size, limit - cursor, +1);
  }
  template <std::size_t Size>
  int find_among_b(const Among (&entries)[Size]) {
    return find(entries, Size, cursor - limit_backward, -1);
  }

  void slice_from(std::u16string_view text) {
    if (bra < 0 || bra > ket || ket > limit) return;
    replace(bra, ket, text);
  }
  void slice_del() { slice_from({}); }
  std::u16string slice_to() const { return std::u16string(slice(bra, ket)); }
  void insert(int from, int to, std::u16string_view text) {
    int adjustment = replace(from, to, text);
    if (from <= bra) bra += adjustment;
    if (from <= ket) ket += adjustment;
  }

 private:
  template <std::size_t Size>
  bool is_in(const unsigned char (&bits)[Size], int min, int max, int at) const {
    int unit = current_[static_cast<std::size_t>(at)];
    if (unit < min || unit > max) return false;
    auto bit = static_cast<std::size_t>(unit - min);
    return bit / 8 < Size && ((bits[bit / 8] >> (bit % 8)) & 1);
  }

  std::u16string_view slice(int from, int to) const {
    return std::u16string_view(current_).substr(static_cast<std::size_t>(from),
                                                static_cast<std::size_t>(to - from));
  }

  int replace(int from, int to, std::u16string_view text) {
    int adjustment = static_cast<int>(text.size()) - (to - from);
    current_.replace(static_cast<std::size_t>(from), static_cast<std::size_t>(to - from), text);
    limit += adjustment;
    if (cursor >= to)
      cursor += adjustment;
    else if (cursor > from)
      cursor = from;
    return adjustment;
  }

  // Below, at or above 0 as the word at the cursor, of `room` units in the
  // direction of `step`, is before, at or behind `text`. Counts what they share.
  int compare(std::u16string_view text, int room, int step, int& common) const {
    for (int size = static_cast<int>(text.size()); common < size; ++common) {
      if (common == room) return -1;
      int mine =
          current_[static_cast<std::size_t>(step > 0 ? cursor + common : cursor - 1 - common)];
      int theirs = text[static_cast<std::size_t>(step > 0 ? common : size - 1 - common)];
      if (mine != theirs) return mine - theirs;
    }
    return 0;
  }

  int find(const Among* entries, std::size_t count, int room, int step) {
    int i = 0, j = static_cast<int>(count), common_i = 0, common_j = 0;
    for (bool seen_first = false;;) {
      int k = i + (j - i) / 2, common = std::min(common_i, common_j);
      if (compare(entries[k].text, room, step, common) < 0) {
        j = k;
        common_j = common;
      } else {
        i = k;
        common_i = common;
      }
      if (j - i > 1) continue;
      if (i > 0 || j == i || seen_first) break;
      seen_first = true;
    }
    for (int start = cursor; i >= 0; i = entries[i].substring) {
      int size = static_cast<int>(entries[i].text.size());
      if (common_i < size) continue;
      cursor = start + step * size;
      bool holds = check(entries[i].condition);
      cursor = start + step * size;
      if (holds) return entries[i].result;
    }
    return 0;
  }

  std::u16string current_;
};

// Letters that become others before a word is stemmed.
struct FoldRow {
  std::u16string_view letters, plain;
};

inline std::u16string fold(std::u16string_view word, std::span<const FoldRow> rows) {
  std::u16string out;
  for (char16_t unit : word) {
    auto row = std::ranges::find_if(
        rows, [unit](const FoldRow& r) { return r.letters.find(unit) != r.letters.npos; });
    if (row == rows.end())
      out += unit;
    else
      out += row->plain;
  }
  return out;
}

template <class Stemmer>
void stem(std::string& word, std::span<const FoldRow> folds = {}) {
  Stemmer stemmer;
  stemmer.set_current(fold(to_utf16(word), folds));
  stemmer.stem();
  word = to_utf8(stemmer.take_current());
}

}  // namespace kbgen::lunr::snowball
