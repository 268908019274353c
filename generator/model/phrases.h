// Finds many phrases in a text at once, as whole words, with a trie of all phrases. A search from
// one word ends after at most as many words as the longest phrase has, so the time does not depend
// on the number of phrases.
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
  // Where two phrases match the same words, a form that follows by rule ("MOOCs" from "MOOC") gives
  // way to a phrase that somebody wrote, and a part of a name ("Mills" of "Ann Mills") to both.
  enum class Form { written, part, derived };

  // Adds a phrase. Its words are compared without case and accents. Between two words the text may
  // have white space, one hyphen, dot, slash or apostrophe ("fast ai" is "fast.ai"), a full stop
  // behind an initial or a title such as "Dr", or what the phrase itself has there ("Q&A"). A
  // phrase without words is ignored. `payload` comes back with each match; the same phrase may be
  // added with several.
  void add(std::string_view phrase, std::uint32_t payload, Case case_rule = Case::any,
           Form form = Form::written);

  struct Match {
    TextRange text;
    std::uint32_t phrase = 0;  // for payloads_of()
  };
  // Whether a match of this range of the text is wanted.
  using Accepts = std::function<bool(TextRange)>;

  // The matches from left to right, the longest at each place, never overlapping. `up_to` is the
  // last form that counts, in the order of the enum; without it only written phrases are found.
  std::vector<Match> find(std::string_view text) const;
  std::vector<Match> find(std::string_view text, Form up_to, const Accepts& accepts) const;

  // The payloads of a match, in the order in which they were added.
  const std::vector<std::uint32_t>& payloads_of(const Match& match) const {
    return ends_[match.phrase].payloads;
  }

  bool empty() const { return ends_.empty(); }

 private:
  static constexpr std::uint32_t known_bits = 1 << 16;

  struct Word {
    TextRange text;
    std::uint32_t id = 0;  // index into the vocabulary, from 1
  };
  // The end of a phrase in the trie.
  struct End {
    std::string exact;        // the words as written, for Case::exact; else empty
    bool possessive = false;  // "Levi's": the text must have the "'s", too
    Form form = Form::written;
    std::vector<std::uint32_t> payloads;

    bool is_same(const End& other) const {
      return exact == other.exact && possessive == other.possessive && form == other.form;
    }
    // Of two ends that match, the one with the higher rank counts: the more specific one.
    int rank() const {
      int of_form = form == Form::written ? 8 : form == Form::derived ? 4 : 0;
      return of_form + !exact.empty() * 2 + possessive;
    }
  };
  class Search;

  // Ids of nodes and words begin with 1. Node 0 is the root, and 0 is the id of no word.
  std::uint32_t add_word(std::string_view word);
  std::uint32_t id_of(std::string_view word) const;
  std::uint32_t add_child(std::uint32_t node, std::uint32_t word);
  std::uint32_t child_of(std::uint32_t node, std::uint32_t word) const;
  bool has_gap(std::uint32_t node, std::string_view gap) const;

  std::vector<std::string> vocabulary_ = {""};  // folded words, by id
  IdTable id_of_word_;                          // by hash, or the next free number behind it
  // One bit for each hash modulo `known_bits`, set if a phrase has a word with that hash.
  std::vector<std::uint64_t> known_ = std::vector<std::uint64_t>(known_bits / 64);
  std::vector<std::uint32_t> first_nodes_ = {0};  // children of the root, by word
  IdTable children_;                              // children of other nodes, by node and word
  std::vector<std::vector<std::uint32_t>> ends_of_node_ = {{}};       // highest rank first
  std::unordered_map<std::uint32_t, std::vector<std::string>> gaps_;  // signs before a node's word
  std::vector<End> ends_ = {};
};

}  // namespace kbgen
