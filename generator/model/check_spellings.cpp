// Finds people under two spellings: speakers without a page whose names are nearly those of people
// who have one. Names are compared that share their first or their last word, not all with all.

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/disk.h"
#include "base/text.h"
#include "model/check.h"
#include "model/likely_names.h"
#include "model/spoken.h"
#include "model/words.h"

namespace kbgen {

namespace {

// A name that speaks and has no page.
struct Voice {
  std::vector<EpisodeId> episodes;
  std::set<PersonId> beside;  // people who take part in one of these, so who are somebody else
};

// By name, as it is written where it comes first.
std::map<std::string, Voice> voices_without_page(const Site& site) {
  std::map<std::string, Voice> voices;
  for (const Episode& episode : site.episodes) {
    if (!episode.spoken) continue;
    for (const Speaker& speaker : episode.spoken->speakers) {
      bool has_page = speaker.person && !site.people[*speaker.person].origin.path.empty();
      if (has_page || !looks_like_person(speaker.name)) continue;
      Voice& voice = voices[speaker.name];
      voice.episodes.push_back(episode.id);
      for (const auto* people : {&episode.hosts, &episode.guests})
        voice.beside.insert(people->begin(), people->end());
      for (const Speaker& other : episode.spoken->speakers)
        if (other.person) voice.beside.insert(*other.person);
    }
  }
  return voices;
}

using PeopleByWord = std::map<std::string, std::vector<PersonId>>;

PeopleByWord people_by_word(const Site& site) {
  PeopleByWord people;
  for (const Person& person : site.people) {
    std::vector<std::string> words = folded_words(person.name);
    if (person.origin.path.empty() || words.size() < 2) continue;
    people[words.front()].push_back(person.id);
    people[words.back()].push_back(person.id);
  }
  return people;
}

}  // namespace

void check_spellings(const Knowledge& known, Diagnostics& diag) {
  const Site& site = known.site;
  const PeopleByWord people = people_by_word(site);
  for (const auto& [name, voice] : voices_without_page(site)) {
    std::set<PersonId> alike;
    std::vector<std::string> words = folded_words(name);
    for (const std::string& word : {words.front(), words.back()})
      if (auto found = people.find(word); found != people.end())
        for (PersonId id : found->second)
          if (!voice.beside.contains(id) && are_alike(name, site.people[id].name)) alike.insert(id);
    if (alike.size() != 1) continue;
    const Person& person = site.people[*alike.begin()];
    std::size_t count = voice.episodes.size();
    diag.warning("two-spellings",
                 join_path(known.project->root, site.episodes[voice.episodes.front()].origin.path),
                 fmt::format("'{}' speaks in {} and has no page: is it '{}'?", name,
                             count == 1 ? "this episode"
                                        : fmt::format("this episode and {} more", count - 1),
                             person.name),
                 fmt::format("if so, add \"{}\" to the `aliases` of {}", name,
                             join_path(known.project->root, person.origin.path)));
  }
}

}  // namespace kbgen
