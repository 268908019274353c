// "Radek says", "as Chollet writes": who is meant by a first or last name
// alone. Only people who take part in an episode go by their first name there,
// only people who are named in full in it by their last; and only where nobody
// else who takes part or is named has the same.
//
// Many names are words, too (Will, Mark, Grace). Where a transcript has capitals
// a name needs one, and not one that only begins a sentence if the archive
// writes the word small elsewhere. Where it has none, last names are not looked
// for, nor first names that are words.
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

  // How a word stands in its sentence.
  struct Look {
    bool capital = false;
    bool opens_sentence = false;
    bool in_longer_name = false;  // "Michael" in "Michael Jordan"
    bool like_a_thing = false;    // "the Lovelace", "in Jordan"
  };
  struct Sighting {
    Mention mention;  // of nobody yet
    Word word = 0;
    Look look;
  };

  explicit NameParts(const Site& site);

  const std::vector<std::string>& words() const { return words_; }

  // `ends` are the sentence ends of `text`.
  static Look look(std::string_view text, TextRange word, const std::vector<std::uint32_t>& ends);

  // Which of them are ordinary words; for all episodes before any is settled.
  void learn(const SpokenText& spoken, const std::vector<Sighting>& sightings);

  // Adds what is clear to the mentions of the episode, in the order of the text.
  void settle(const Episode& episode, const std::vector<Sighting>& sightings,
              std::vector<Mention>& mentions) const;

 private:
  struct Parts {
    std::optional<Word> first, last;
  };
  struct Seen {
    std::uint32_t small = 0, capital = 0;
  };
  // Of one episode.
  struct Present;

  Word word_of(std::string_view name);
  Present present_in(const Episode& episode, const std::vector<Mention>& mentions) const;
  bool is_name(const Sighting& sighting, bool has_capitals) const;

  const Site& site_;
  std::vector<std::string> words_;
  std::map<std::string, Word> numbers_;  // folded
  std::vector<Parts> of_person_;
  std::vector<bool> is_first_name_;  // of anybody
  std::vector<Seen> seen_;           // in transcripts with capitals
};

}  // namespace kbgen
