// What captions without punctuation are restored by: the names that the site knows, and how its
// punctuated speech is written.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "model/phrases.h"
#include "model/site.h"
#include "model/speech_habits.h"

namespace kbgen {

// Made once, then only read, from any thread.
class RestorationGuide {
 public:
  RestorationGuide() = default;
  // The names that `site` knows, and for each of `languages` what is learned from the transcripts
  // in it. `punctuated` has those by the number of their episode, and null where there is none.
  RestorationGuide(const Site& site, const std::vector<const Transcript*>& punctuated,
                   const std::set<std::string>& languages);

  const SpeechHabits& habits_in(std::string_view language) const;
  const PhraseSet& names() const { return names_; }
  // The names as they are written, by payload of names().
  const std::vector<std::string>& written_names() const { return written_; }
  // Differs from that of a guide that could restore a transcript otherwise.
  const std::string& digest() const { return digest_; }

 private:
  void add_name(std::string_view name);
  void add_names(const Site& site);

  PhraseSet names_;
  std::vector<std::string> written_;
  std::map<std::string, SpeechHabits, std::less<>> habits_;  // by language
  std::string digest_;
};

// Whether a text has a letter in upper or title case.
bool has_capital(std::string_view text);

}  // namespace kbgen
