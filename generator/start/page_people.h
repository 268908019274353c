// Who takes part in the episodes of an imported site: names in front matter and labels of
// transcripts become slugs of people.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/yaml.h"
#include "formats/transcript_cues.h"
#include "start/import_transcript.h"
#include "start/people.h"

namespace kbgen {

class PagePeople {
 public:
  // `pages` has the slugs of people with a page on the site, by what its file is called.
  PagePeople(KnownPeople known, std::map<std::string, std::string> pages,
             const ImportSettings& settings)
      : known_(std::move(known)),
        pages_(std::move(pages)),
        hosts_of_show_(settings.next.hosts),
        today_(settings.today) {}

  // Puts slugs in place of the names of hosts and guests in front matter. Whoever is new gets a
  // file in `made`, which also says what was guessed.
  void take_names(Yaml& keys, ImportedEpisode& made);

  // Lists the speakers of a transcript who can be told as guests or hosts. A label that a build
  // would not find by itself is explained in `settings`, the map of `transcript:`.
  void take_speakers(const Transcript& transcript, Yaml& keys, Yaml& settings,
                     ImportedEpisode& made);

  KnownPeople& known() { return known_; }

 private:
  struct Parts {
    std::vector<std::string> hosts, guests;
  };

  PersonGuess find(const std::string& name, const std::vector<std::string>& near,
                   ImportedEpisode& made);
  void add(const std::string& slug, bool is_host, Parts& parts) const;

  KnownPeople known_;
  std::map<std::string, std::string> pages_;
  std::vector<std::string> hosts_of_show_;
  Date today_;
};

}  // namespace kbgen
