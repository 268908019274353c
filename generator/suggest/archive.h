// The words of all transcripts, and how ordinary each is there: the archive is its own dictionary.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/diagnostics.h"
#include "model/links.h"
#include "model/site.h"

namespace kbgen {

// A word of a transcript.
struct SpokenWord {
  std::uint32_t begin = 0;                // bytes, from the beginning of the transcript's text
  std::uint32_t word = 0;                 // index into Archive::words
  std::uint16_t length : 10 = 0;          // bytes
  std::uint16_t joins : 1 = 0;            // only white space or a hyphen since the word before it
  std::uint16_t starts_sentence : 1 = 0;  // so that its capital means nothing
  std::uint16_t capital : 1 = 0;          // begins with a capital letter
  std::uint16_t named : 1 = 0;            // within a mention of something known
  std::uint16_t is_code : 1 = 0;  // part of an address or handle, or an abbreviation in capitals
};

struct ArchiveEpisode {
  std::vector<SpokenWord> words;
  bool has_case = false;  // its capitals tell names from other words
};

struct WordFacts {
  std::string text;              // folded: lower case, without accents
  std::string sounds, skeleton;  // suggest/sounds.h
  std::uint32_t count = 0;       // times in all transcripts
  std::uint32_t episodes = 0;    // how many episodes have it
  std::uint32_t inside = 0;      // times inside a sentence of a transcript that has case …
  std::uint32_t capitals = 0;    // … and with a capital
  std::uint32_t named = 0;       // times within a mention of something known
  bool common = false;           // one of the few words of which most speech consists
  bool function_word = false;    // is_function_word()
};

struct Archive {
  std::vector<WordFacts> words;                        // by first appearance
  std::unordered_map<std::string, std::uint32_t> ids;  // of `words`
  std::vector<ArchiveEpisode> episodes;                // as Site::episodes
  std::uint64_t word_count = 0;

  const WordFacts* find(const std::string& folded) const;
  // Returns how many other words of the archive are forms of this one: "transitions" of
  // "transition".
  std::uint32_t relatives_of(const std::string& folded) const;
};

// Reads what is said in all episodes, without headings and without stock speech.
Archive read_archive(const Site& site, const Links& links, Diagnostics& diag);

// Words that carry no meaning by themselves: articles, pronouns and the like.
bool is_function_word(std::string_view folded);

}  // namespace kbgen
