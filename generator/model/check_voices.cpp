// Checks whether those whom an episode names are heard in it. A guest without a word beside a
// speaker without a page is mostly one person under two names, and then the page of the guest is
// empty.

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "base/disk.h"
#include "base/text.h"
#include "model/check.h"
#include "model/spoken.h"

namespace kbgen {

namespace {

std::vector<PersonId> silent_people(const Episode& episode) {
  std::vector<PersonId> silent;
  for (const auto* people : {&episode.hosts, &episode.guests})
    for (PersonId person : *people) {
      bool speaks = std::ranges::any_of(episode.spoken->speakers, [&](const Speaker& speaker) {
        return speaker.person == person;
      });
      if (!speaks) silent.push_back(person);
    }
  return silent;
}

std::vector<const Speaker*> unknown_speakers(const Episode& episode) {
  std::vector<const Speaker*> unknown;
  for (const Speaker& speaker : episode.spoken->speakers)
    if (!speaker.person) unknown.push_back(&speaker);
  return unknown;
}

// Whether a label may be short for a name: "Chris" for "Christopher Byron", "Byron" for the same.
bool is_short_for(std::string_view label, std::string_view name) {
  constexpr std::size_t fewest_letters = 3;
  std::string said = fold(label);
  std::string folded = fold(name);
  return said.size() >= fewest_letters &&
         std::ranges::any_of(split_words(folded), [&](std::string_view word) {
           return word.starts_with(said) || said.starts_with(word);
         });
}

// The speaker who probably is this person: the only one left, or the only one whose label may be
// short for the name. Null: nobody tells.
const Speaker* likely_voice(const Person& person, std::size_t silent,
                            const std::vector<const Speaker*>& unknown) {
  if (silent == 1 && unknown.size() == 1) return unknown.front();
  const Speaker* only = nullptr;
  for (const Speaker* speaker : unknown) {
    if (!is_short_for(speaker->name, person.name)) continue;
    if (only) return nullptr;
    only = speaker;
  }
  return only;
}

void report_silent(const Knowledge& known, const Episode& episode, Diagnostics& diag) {
  std::vector<PersonId> silent = silent_people(episode);
  std::vector<const Speaker*> unknown = unknown_speakers(episode);
  if (silent.empty() || unknown.empty()) return;
  std::string path = join_path(known.project->root, episode.origin.path);
  for (PersonId id : silent) {
    const Person& person = known.site.people[id];
    const Speaker* voice = likely_voice(person, silent.size(), unknown);
    if (voice) {
      diag.warning(
          "silent-guest", path,
          fmt::format("'{}' says nothing in this episode, and '{}' has no page: is it the "
                      "same?",
                      person.slug, voice->label),
          fmt::format("then write `speakers: {{\"{0}\": {1}}}` below its `transcript:`, or "
                      "make \"{0}\" an alias of {1}",
                      voice->label, person.slug));
      continue;
    }
    std::vector<std::string> labels;
    for (const Speaker* speaker : unknown) labels.push_back("'" + speaker->label + "'");
    diag.warning("silent-guest", path,
                 fmt::format("'{}' says nothing in this episode, and these speakers have no page: "
                             "{}",
                             person.slug, join(labels, ", ")),
                 "if one of them is meant, say so with `speakers:` below its `transcript:`");
  }
}

}  // namespace

void check_voices(const Knowledge& known, Diagnostics& diag) {
  for (const Episode& episode : known.site.episodes)
    if (episode.spoken) report_silent(known, episode, diag);
}

}  // namespace kbgen
