// Finds many phrases in a text at once, as whole words: one trie over all of
// them, one pass over the text. From each word it goes on for as many words as
// the longest phrase has at most, so the cost does not depend on how many
// phrases there are.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/marked_text.h"
#include "model/id_table.h"
#include "model/words.h"

namespace kbgen {

class PhraseSet {
 public:
  enum class Case { any, exact };
  // A form that follows by rule ("MOOCs" from "MOOC") gives way to a phrase
  // that somebody wrote, a part of one ("Mills" of "Ann Mills") to both.
  enum class Form { written, part, derived };

  // Words compare folded (case, accents); between two of them the text may have
  // white space, one hyphen, one dot or one slash ("fast ai" is "fast.ai"), a
  // full stop behind an initial or "Dr", and whatever the phrase itself has
  // there ("Q&A"). A phrase without words is passed over. `payload` comes back
  // with a match; one phrase may be added with several.
  void add(std::string_view phrase, std::uint32_t payload, Case case_rule = Case::any,
           Form form = Form::written);

  struct Match {
    TextRange text;
    std::uint32_t phrase = 0;  // for payloads_of()
  };
  // Whether words may be matched at all; asked for what would be.
  using Accepts = std::function<bool(TextRange)>;

  // Longest first from left to right, never overlapping.
  std::vector<Match> find(std::string_view text) const;
  std::vector<Match> find(std::string_view text, Form up_to, const Accepts& accepts) const;

  // In the order they were added.
  const std::vector<std::uint32_t>& payloads_of(const Match& match) const {
    return ends_[match.phrase].payloads;
  }

  bool empty() const { return ends_.empty(); }

 private:
  static constexpr std::uint32_t known_bits = 1 << 16;

  struct Word {
    TextRange text;
    std::uint32_t id = 0;  // of the vocabulary, from 1
  };
  struct End {
    std::string exact;        // its words as written; empty: any case
    bool possessive = false;  // "Levi's": without its "'s" it is something else
    Form form = Form::written;
    std::vector<std::uint32_t> payloads;

    bool is_same(const End& other) const {
      return exact == other.exact && possessive == other.possessive && form == other.form;
    }
    // Which of two that fit counts: the more particular one.
    int rank() const {
      int of_form = form == Form::written ? 8 : form == Form::derived ? 4 : 0;
      return of_form + !exact.empty() * 2 + possessive;
    }
  };
  // Looks at one text.
  class Search;

  // Ids of nodes and words are from 1; 0 is the root and no word.
  std::uint32_t add_word(std::string_view word);
  std::uint32_t id_of(std::string_view word) const;
  std::uint32_t add_child(std::uint32_t node, std::uint32_t word);
  std::uint32_t child_of(std::uint32_t node, std::uint32_t word) const;
  bool has_gap(std::uint32_t node, std::string_view gap) const;

  std::vector<std::string> vocabulary_ = {""};  // folded, by id
  IdTable id_of_word_;                          // by hash, or the next free number behind it
  std::vector<std::uint64_t> known_ = std::vector<std::uint64_t>(known_bits / 64);  // by hash
  std::vector<std::uint32_t> first_nodes_ = {0};  // children of the root, by word
  IdTable children_;                              // of any other node, by node and word
  std::vector<std::vector<std::uint32_t>> ends_of_node_ = {{}};       // by rank
  std::unordered_map<std::uint32_t, std::vector<std::string>> gaps_;  // before a node's word
  std::vector<End> ends_ = {};
};

}  // namespace kbgen
