// Finds many phrases in a text at once, as whole words: one trie over all of
// them, one pass over the text, whatever their number.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/marked_text.h"

namespace kbgen {

// A word of a text: letters, digits and marks with apostrophes inside, the
// signs of "C++", "C#" and ".NET". A possessive "'s" is not part of it.
struct Word {
  TextRange text;
  std::uint32_t id = 0;  // of the phrases' vocabulary, from 1
};

class PhraseSet {
 public:
  enum class Case { any, exact };

  // Words compare folded (case, accents); between two of them the text may
  // have white space, one hyphen, one dot or one slash: "fast ai" is "fast.ai".
  // A phrase without words is passed over. `payload` comes back with a match;
  // one phrase may be added with several.
  void add(std::string_view phrase, std::uint32_t payload, Case case_rule = Case::any);

  struct Match {
    TextRange text;
    std::uint32_t phrase = 0;  // for payloads_of()
  };

  // Longest first from left to right, never overlapping.
  std::vector<Match> find(std::string_view text) const;

  // In the order they were added.
  const std::vector<std::uint32_t>& payloads_of(const Match& match) const {
    return ends_[match.phrase].payloads;
  }

  bool empty() const { return ends_.empty(); }

 private:
  static constexpr std::uint32_t known_bits = 1 << 16;

  struct End {
    std::uint32_t node = 0;
    std::string exact;  // empty: any case
    std::vector<std::uint32_t> payloads;
  };

  // The words that stand in any phrase. Between two of them there may be others,
  // which then keep them from standing in one match.
  std::vector<Word> known_words_of(std::string_view text) const;
  std::uint32_t id_of(std::string_view word) const;
  std::uint32_t child_of(std::uint32_t node, std::uint32_t word) const;
  std::uint32_t end_at(std::uint32_t node, std::string_view text) const;

  std::unordered_map<std::string, std::uint32_t> vocabulary_;  // folded word → id, from 1
  std::vector<std::uint64_t> known_ = std::vector<std::uint64_t>(known_bits / 64);  // by hash
  std::unordered_map<std::uint64_t, std::uint32_t> children_;  // node and word → node
  std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> ends_of_node_;
  std::vector<End> ends_ = {};
  std::uint32_t nodes_ = 1;  // 0 is the root
};

// The words of a text by the same rules, folded.
std::vector<std::string> folded_words(std::string_view text);

// Names that differ in case, accents and punctuation alone are one name.
std::string comparable_name(std::string_view name);

}  // namespace kbgen
