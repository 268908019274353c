#include "model/phrases.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/char_set.h"
#include "base/english.h"
#include "base/text.h"

namespace kbgen {

namespace {

constexpr std::uint32_t none = 0xFFFFFFFF;

// Whether a full stop behind the word belongs to a name ("J. R. Hartley", "Dr. No") and may be left
// out. Behind "I" it ends a sentence ("So did I. Robots …").
bool takes_full_stop(std::string_view word) {
  static constexpr std::array<std::string_view, 4> others = {"st", "sr", "jr", "vs"};
  if (word.size() == 1) return is_ascii_upper(word[0]) && word[0] != 'I';
  if (word.size() > 4) return false;
  std::string small = lower_ascii(word);
  return is_honorific(small) || std::ranges::find(others, small) != others.end();
}

// The signs between two words, without white space; all dashes are '-'.
struct Gap {
  std::string signs;
  bool has_space = false;
};

Gap read_gap(std::string_view between) {
  Gap gap;
  for (std::size_t at = 0; at < between.size();) {
    char32_t c = next_code_point(between, at);
    bool space = is_space(c) || c == 0x200B || c == 0xFEFF;
    bool dash = c == 0x00AD || (c >= 0x2010 && c <= 0x2013) || c == 0x2212;
    gap.has_space |= space;
    if (!space) append_utf8(gap.signs, dash ? U'-' : c == 0x2019 ? U'\'' : c);
  }
  return gap;
}

// Whether a phrase may go on over what is between two of its words: white space, or one sign that
// some write and others leave out ("fast.ai", "fast-ai", "fast ai").
bool joins(std::string_view before, std::string_view between) {
  static constexpr CharSet one_sign(" \n\t-./'");
  if (between.size() < 2) return between.empty() || one_sign.has(between.front());
  static constexpr std::array<std::string_view, 6> alike = {"-", ".", "/", "'", "\u00B7", "\u30FB"};
  Gap gap = read_gap(between);
  if (gap.signs.empty()) return true;
  if (gap.has_space) return gap.signs == "." && takes_full_stop(before);
  return std::ranges::find(alike, gap.signs) != alike.end();
}

struct Hashed {
  std::uint64_t hash = 14695981039346656037U;  // FNV-1a over lower-case ASCII
  bool is_ascii = true;
};

Hashed hash_of(std::string_view word) {
  Hashed hashed;
  for (char c : word) {
    auto byte = static_cast<unsigned char>(ascii_lower(c));
    hashed.is_ascii &= byte < 0x80;
    hashed.hash = (hashed.hash ^ byte) * 1099511628211U;
  }
  return hashed;
}

bool is_folded_to(std::string_view word, std::string_view folded) {
  return std::ranges::equal(word, folded, {}, ascii_lower);
}

std::uint64_t edge(std::uint32_t node, std::uint32_t word) {
  return static_cast<std::uint64_t>(node) << 32 | word;
}

std::string_view slice(std::string_view text, TextRange range) {
  return text.substr(range.begin, range.size());
}

std::vector<TextRange> words_of(std::string_view text) {
  std::vector<TextRange> words;
  WordCutter cutter(text);
  for (TextRange word; cutter.next(word);) words.push_back(word);
  return words;
}

// The words in their own case, with one space between them.
std::string exact_words(std::string_view text) {
  std::string out;
  for (TextRange word : words_of(text)) (out += out.empty() ? "" : " ") += slice(text, word);
  return out;
}

std::string_view gap_between(std::string_view text, TextRange before, TextRange after) {
  return text.substr(before.end, std::max(before.end, after.begin) - before.end);
}

}  // namespace

std::uint32_t PhraseSet::add_word(std::string_view word) {
  std::string folded = fold_word(word);
  std::uint64_t hash = hash_of(folded).hash;
  std::uint64_t bit = hash % known_bits;
  known_[bit / 64] |= std::uint64_t{1} << (bit % 64);
  for (; std::uint32_t id = id_of_word_.find(hash); ++hash)
    if (vocabulary_[id] == folded) return id;
  auto id = static_cast<std::uint32_t>(vocabulary_.size());
  id_of_word_.add(hash, id);
  vocabulary_.push_back(std::move(folded));
  first_nodes_.push_back(0);
  return id;
}

std::uint32_t PhraseSet::add_child(std::uint32_t node, std::uint32_t word) {
  if (std::uint32_t child = child_of(node, word)) return child;
  auto child = static_cast<std::uint32_t>(ends_of_node_.size());
  if (node == 0)
    first_nodes_[word] = child;
  else
    children_.add(edge(node, word), child);
  ends_of_node_.emplace_back();
  return child;
}

void PhraseSet::add(std::string_view phrase, std::uint32_t payload, Case case_rule, Form form) {
  std::vector<TextRange> words = words_of(phrase);
  if (words.empty()) return;
  std::uint32_t node = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    node = add_child(node, add_word(slice(phrase, words[i])));
    if (i == 0) continue;
    std::string_view gap = gap_between(phrase, words[i - 1], words[i]);
    if (!joins(slice(phrase, words[i - 1]), gap) && !has_gap(node, gap))
      gaps_[node].push_back(read_gap(gap).signs);
  }
  End end;
  if (case_rule == Case::exact) end.exact = exact_words(phrase);
  end.possessive = possessive_at(phrase, words.back().end) > 0;
  end.form = form;
  end.payloads.push_back(payload);
  std::vector<std::uint32_t>& ends = ends_of_node_[node];
  for (std::uint32_t other : ends)
    if (ends_[other].is_same(end)) return ends_[other].payloads.push_back(payload);
  ends.push_back(static_cast<std::uint32_t>(ends_.size()));
  ends_.push_back(std::move(end));
  std::ranges::stable_sort(ends, std::greater(), [&](auto e) { return ends_[e].rank(); });
}

// The id of a word; 0 if it is in no phrase. Most words are in none, and `known_` tells so at once.
std::uint32_t PhraseSet::id_of(std::string_view word) const {
  Hashed hashed = hash_of(word);
  std::string folded;
  if (!hashed.is_ascii) {
    folded = fold_word(word);
    word = folded;
    hashed = hash_of(word);
  }
  std::uint64_t bit = hashed.hash % known_bits;
  if (!(known_[bit / 64] >> (bit % 64) & 1)) return 0;
  for (; std::uint32_t id = id_of_word_.find(hashed.hash); ++hashed.hash)
    if (is_folded_to(word, vocabulary_[id])) return id;
  return 0;
}

std::uint32_t PhraseSet::child_of(std::uint32_t node, std::uint32_t word) const {
  return node == 0 ? first_nodes_[word] : children_.find(edge(node, word));
}

bool PhraseSet::has_gap(std::uint32_t node, std::string_view gap) const {
  auto gaps = gaps_.find(node);
  return gaps != gaps_.end() &&
         std::ranges::find(gaps->second, read_gap(gap).signs) != gaps->second.end();
}

class PhraseSet::Search {
 public:
  Search(const PhraseSet& phrases, std::string_view text, Form up_to, const Accepts& accepts)
      : phrases_(phrases), text_(text), up_to_(up_to), accepts_(accepts) {
    // Only words of some phrase are kept. Other words between two of them are seen as a gap, which
    // no phrase goes on over.
    WordCutter cutter(text);
    for (TextRange word; cutter.next(word);) {
      std::uint32_t id = phrases.id_of(slice(text, word));
      // A dot before a word may belong to it (".NET") or not. It does if a phrase has that word.
      if (id == 0 && text[word.begin] == '.') {
        ++word.begin;
        id = phrases.id_of(slice(text, word));
      }
      if (id != 0) words_.push_back({word, id});
    }
  }

  std::vector<Match> run() {
    std::vector<Match> matches;
    for (std::size_t i = 0; i < words_.size();) {
      Match longest{{0, 0}, none};
      i = match_from(i, longest);
      if (longest.phrase != none) matches.push_back(longest);
    }
    return matches;
  }

 private:
  // Finds the longest phrase that begins with word `first`. Returns the word at which the search
  // goes on.
  std::size_t match_from(std::size_t first, Match& longest) const {
    std::size_t next = first + 1;
    std::uint32_t node = 0;
    for (std::size_t i = first; i < words_.size(); ++i) {
      node = phrases_.child_of(node, words_[i].id);
      if (node == 0 || (i > first && !may_follow(i, node))) break;
      if (ends_here(node, {words_[first].text.begin, words_[i].text.end}, longest)) next = i + 1;
    }
    return next;
  }

  bool may_follow(std::size_t i, std::uint32_t node) const {
    TextRange before = words_[i - 1].text;
    std::string_view gap = gap_between(text_, before, words_[i].text);
    return joins(slice(text_, before), gap) || phrases_.has_gap(node, gap);
  }

  bool ends_here(std::uint32_t node, TextRange range, Match& match) const {
    for (std::uint32_t number : phrases_.ends_of_node_[node]) {
      const End& end = phrases_.ends_[number];
      if (end.form > up_to_) continue;
      TextRange whole = range;
      if (end.possessive) whole.end += static_cast<std::uint32_t>(possessive_at(text_, range.end));
      if (end.possessive && whole.end == range.end) continue;
      if (!end.exact.empty() && end.exact != exact_words(slice(text_, range))) continue;
      if (accepts_ && !accepts_(whole)) continue;
      match = {whole, number};
      return true;
    }
    return false;
  }

  const PhraseSet& phrases_;
  std::string_view text_;
  Form up_to_;
  const Accepts& accepts_;
  std::vector<Word> words_;
};

std::vector<PhraseSet::Match> PhraseSet::find(std::string_view text) const {
  return find(text, Form::written, nullptr);
}

std::vector<PhraseSet::Match> PhraseSet::find(std::string_view text, Form up_to,
                                              const Accepts& accepts) const {
  if (empty()) return {};
  return Search(*this, text, up_to, accepts).run();
}

}  // namespace kbgen
