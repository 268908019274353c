// Finds out who is meant by a first or last name alone ("Radek says", "as Chollet writes"). A first
// name can mean somebody who takes part in the episode, a last name somebody with a page who is
// named in full in it. If two people who take part or are named have the same part of a name, it
// means nobody.
//
// Many last names are things, too (Rust, Slack, Wednesday). A last name that the archive mostly
// says where nobody of that name is does not count, nor does one that stands where things do:
// "write Rust", "in Jordan". "Alice and Bob" are examples, unless both take part.
//
// Many names are words, too (Will, Mark, Grace). In a transcript with capitals a name must have
// one. At the beginning of a sentence a capital does not count if the archive also writes the word
// with a small letter. In a transcript without capitals, last names and first names that are words
// are not looked for.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/links.h"
#include "model/site.h"

namespace kbgen {

class NameParts {
 public:
  using Word = std::uint32_t;  // index into words()

  // What a word looks like in its sentence.
  struct Look {
    bool capital = false;
    bool opens_sentence = false;
    bool in_longer_name = false;  // "Michael" in "Michael Jordan"
    bool like_a_thing = false;    // "the Lovelace", "in Jordan", "write Rust", "Rust code"
  };
  // One place where a part of a name is said.
  struct Sighting {
    Mention mention;  // without a target, which is not known yet
    Word word = 0;
    Look look;
  };

  explicit NameParts(const Site& site);

  // The first and last names to look for.
  const std::vector<std::string>& words() const { return words_; }

  // `ends` are the sentence ends of `text`.
  static Look look(std::string_view text, TextRange word, const std::vector<std::uint32_t>& ends);

  // Learns from one episode which names are also ordinary words or things. `mentions` are those of
  // whole names. Must be called for all episodes before resolve().
  void learn(const Episode& episode, const std::vector<Mention>& mentions,
             const std::vector<Sighting>& sightings);

  // Adds the sightings of which it is clear who is meant to the mentions of the episode, which stay
  // in the order of the text.
  void resolve(const Episode& episode, const std::vector<Sighting>& sightings,
               std::vector<Mention>& mentions) const;

 private:
  struct Parts {
    std::optional<Word> first, last;
  };
  struct Seen {
    std::uint32_t small = 0, capital = 0;
    // In how many episodes it is said, with a capital, while somebody of that name is there or
    // named in full, and while nobody is.
    std::uint32_t with_owner = 0, without_owner = 0;
  };
  struct Present;

  Word word_of(std::string_view name);
  Present present_in(const Episode& episode, const std::vector<Mention>& mentions) const;
  bool is_name(const Sighting& sighting, bool has_capitals) const;
  bool is_thing(Word word) const;
  bool is_example(const Episode& episode, const Sighting& sighting, const Present& present) const;

  const Site& site_;
  std::vector<std::string> words_;
  std::map<std::string, Word> numbers_;  // by folded word
  std::vector<Parts> of_person_;         // by person
  std::vector<bool> is_first_name_;      // by word: whether it is anybody's first name
  std::vector<Seen> seen_;               // by word: how transcripts with capitals write it
};

}  // namespace kbgen
