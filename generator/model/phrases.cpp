#include "model/phrases.h"

#include <algorithm>
#include <array>

#include "base/char_set.h"
#include "base/text.h"

namespace kbgen {

namespace {

enum class Char : unsigned char { other, word, apostrophe, beyond_ascii };

constexpr std::array<Char, 256> make_classes() {
  std::array<Char, 256> classes{};
  for (int c = 0; c < 256; ++c) {
    bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (letter) classes[c] = Char::word;
    if (c == '\'') classes[c] = Char::apostrophe;
    if (c >= 0x80) classes[c] = Char::beyond_ascii;
  }
  return classes;
}

constexpr std::array<Char, 256> classes = make_classes();

Char class_at(std::string_view text, std::size_t at) {
  return at < text.size() ? classes[static_cast<unsigned char>(text[at])] : Char::other;
}

// Length in bytes of the word character at `at`; 0 if there is none.
std::size_t word_char(std::string_view text, std::size_t at) {
  Char c = class_at(text, at);
  if (c == Char::word) return 1;
  if (c != Char::beyond_ascii) return 0;
  std::size_t next = at;
  return is_word_char(next_code_point(text, next)) ? next - at : 0;
}

// ' or ’ between two word characters.
std::size_t inner_apostrophe(std::string_view text, std::size_t at) {
  std::size_t length = class_at(text, at) == Char::apostrophe  ? 1
                       : text.substr(at).starts_with("\u2019") ? 3
                                                               : 0;
  return length > 0 && word_char(text, at + length) > 0 ? length : 0;
}

std::size_t end_of_letters(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    Char c = classes[static_cast<unsigned char>(text[at])];
    std::size_t length = c == Char::word ? 1 : c == Char::beyond_ascii ? word_char(text, at) : 0;
    if (length == 0) break;
    at += length;
  }
  return at;
}

// C++, C#, F#: the signs belong to a word that they follow at once.
std::size_t end_of_signs(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && (text[end] == '+' || text[end] == '#')) ++end;
  return word_char(text, end) > 0 ? at : end;
}

// A word as it stands in the text, and as it counts: without a possessive.
struct Extent {
  std::size_t end, counted_end;
};

Extent extent_of_word(std::string_view text, std::size_t begin) {
  static constexpr CharSet goes_on("'+#\xE2");  // the last begins a curly apostrophe
  std::size_t at = end_of_letters(text, begin), before_last = at;
  if (at == text.size() || !goes_on.has(text[at])) return {at, at};
  while (std::size_t apostrophe = inner_apostrophe(text, at)) {
    before_last = at;
    at = end_of_letters(text, at + apostrophe);
  }
  std::string_view last = text.substr(before_last, at - before_last);
  bool possessive = last == "'s" || last == "'S" || last == "\u2019s" || last == "\u2019S";
  if (possessive) return {at, before_last};
  at = end_of_signs(text, at);
  return {at, at};
}

// ".NET": a dot that follows nothing belongs to the word behind it.
bool follows_lone_dot(std::string_view text, std::size_t begin) {
  if (begin == 0 || text[begin - 1] != '.') return false;
  return begin == 1 || text[begin - 2] == ' ' || text[begin - 2] == '\n' || text[begin - 2] == '(';
}

// Calls found(begin, end) for every word.
template <class Found>
void for_each_word(std::string_view text, Found found) {
  for (std::size_t at = 0; at < text.size();) {
    if (word_char(text, at) == 0) {
      ++at;
      continue;
    }
    Extent word = extent_of_word(text, at);
    found(follows_lone_dot(text, at) ? at - 1 : at, word.counted_end);
    at = word.end;
  }
}

// Between two words of one phrase: white space, or one sign.
bool joins(std::string_view between) {
  if (between.empty()) return true;
  if (between == "-" || between == "." || between == "/" || between == "\u2019" || between == "'")
    return true;
  return trim(between).empty();
}

struct Hashed {
  std::uint32_t hash = 2166136261;  // FNV-1a over lower-case ASCII
  bool is_ascii = true;
};

Hashed hash_of(std::string_view word) {
  Hashed hashed;
  for (char c : word) {
    auto byte = static_cast<unsigned char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    hashed.is_ascii &= byte < 0x80;
    hashed.hash = (hashed.hash ^ byte) * 16777619;
  }
  return hashed;
}

std::uint64_t edge(std::uint32_t node, std::uint32_t word) {
  return static_cast<std::uint64_t>(node) << 32 | word;
}

constexpr std::uint32_t none = 0xFFFFFFFF;

}  // namespace

std::vector<std::string> folded_words(std::string_view text) {
  std::vector<std::string> words;
  for_each_word(text, [&](std::size_t begin, std::size_t end) {
    words.push_back(fold(text.substr(begin, end - begin)));
  });
  return words;
}

std::string comparable_name(std::string_view name) { return join(folded_words(name), " "); }

void PhraseSet::add(std::string_view phrase, std::uint32_t payload, Case case_rule) {
  std::vector<std::string> words = folded_words(phrase);
  if (words.empty()) return;
  std::uint32_t node = 0;
  for (const std::string& word : words) {
    auto [entry, is_new] =
        vocabulary_.emplace(word, static_cast<std::uint32_t>(vocabulary_.size() + 1));
    if (is_new) {
      std::uint32_t bit = hash_of(word).hash % known_bits;
      known_[bit / 64] |= std::uint64_t{1} << (bit % 64);
    }
    auto [child, added] = children_.emplace(edge(node, entry->second), nodes_);
    if (added) ++nodes_;
    node = child->second;
  }
  std::string exact = case_rule == Case::exact ? collapse_space(phrase) : "";
  for (std::uint32_t end : ends_of_node_[node])
    if (ends_[end].exact == exact) {
      ends_[end].payloads.push_back(payload);
      return;
    }
  ends_of_node_[node].push_back(static_cast<std::uint32_t>(ends_.size()));
  ends_.push_back({node, std::move(exact), {payload}});
}

// Most words of a text are in no phrase: one bit tells without a copy.
std::uint32_t PhraseSet::id_of(std::string_view word) const {
  Hashed hashed = hash_of(word);
  std::uint32_t bit = hashed.hash % known_bits;
  if (hashed.is_ascii && !(known_[bit / 64] >> (bit % 64) & 1)) return 0;
  auto found = vocabulary_.find(fold(word));
  return found == vocabulary_.end() ? 0 : found->second;
}

std::vector<Word> PhraseSet::known_words_of(std::string_view text) const {
  std::vector<Word> words;
  for_each_word(text, [&](std::size_t begin, std::size_t end) {
    std::uint32_t id = id_of(text.substr(begin, end - begin));
    // " .NET" and the end of a sentence look alike; the phrases decide.
    if (id == 0 && text[begin] == '.') {
      ++begin;
      id = id_of(text.substr(begin, end - begin));
    }
    if (id != 0)
      words.push_back({{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, id});
  });
  return words;
}

std::uint32_t PhraseSet::child_of(std::uint32_t node, std::uint32_t word) const {
  auto found = children_.find(edge(node, word));
  return found == children_.end() ? 0 : found->second;
}

std::uint32_t PhraseSet::end_at(std::uint32_t node, std::string_view text) const {
  auto ends = ends_of_node_.find(node);
  if (ends == ends_of_node_.end()) return none;
  std::uint32_t best = none;
  for (std::uint32_t end : ends->second) {
    if (ends_[end].exact.empty() && best == none) best = end;
    if (!ends_[end].exact.empty() && ends_[end].exact == collapse_space(text)) return end;
  }
  return best;
}

std::vector<PhraseSet::Match> PhraseSet::find(std::string_view text) const {
  std::vector<Match> matches;
  if (empty()) return matches;
  std::vector<Word> words = known_words_of(text);
  for (std::size_t i = 0; i < words.size();) {
    std::uint32_t node = 0;
    std::size_t next = i + 1;
    Match longest{{0, 0}, none};
    for (std::size_t j = i; j < words.size(); ++j) {
      if (j > i &&
          !joins(text.substr(words[j - 1].text.end, words[j].text.begin - words[j - 1].text.end)))
        break;
      node = child_of(node, words[j].id);
      if (node == 0) break;
      TextRange range{words[i].text.begin, words[j].text.end};
      std::uint32_t end = end_at(node, text.substr(range.begin, range.size()));
      if (end == none) continue;
      longest = {range, end};
      next = j + 1;
    }
    if (longest.phrase != none) matches.push_back(longest);
    i = next;
  }
  return matches;
}

}  // namespace kbgen
