// Checks whether those whom an episode names are heard in it. A guest without a word beside a
// speaker without a page is mostly one person under two names, and then the page of the guest is
// empty. A speaker without a page whose name is nearly that of somebody who has one is another
// spelling.

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "base/disk.h"
#include "base/text.h"
#include "content/speakers_fix.h"
#include "model/check.h"
#include "model/likely_names.h"
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
    if (!speaker.person && !is_nobody(speaker.label)) unknown.push_back(&speaker);
  return unknown;
}

bool fits(const Speaker& speaker, const Person& person) {
  return is_short_for(speaker.name, person.name) || are_alike(speaker.name, person.name) ||
         are_initials_of(speaker.label, person.name);
}

// The speaker who probably is each of the silent people: the only one whose label fits the name and
// no other name, or the only one left for the only person left. Null: nobody tells.
std::vector<const Speaker*> likely_voices(const Site& site, const std::vector<PersonId>& silent,
                                          const std::vector<const Speaker*>& unknown) {
  if (silent.size() == 1 && unknown.size() == 1) return unknown;
  std::vector<const Speaker*> voices(silent.size(), nullptr);
  std::vector<std::size_t> count(silent.size(), 0);
  for (const Speaker* speaker : unknown) {
    std::vector<std::size_t> meant;
    for (std::size_t i = 0; i < silent.size(); ++i)
      if (fits(*speaker, site.people[silent[i]])) meant.push_back(i);
    if (meant.size() != 1) continue;
    voices[meant.front()] = ++count[meant.front()] == 1 ? speaker : nullptr;
  }
  return voices;
}

void report_unclear(const Person& person, const std::vector<const Speaker*>& unknown,
                    const std::string& path, Diagnostics& diag) {
  std::vector<std::string> labels;
  for (const Speaker* speaker : unknown) labels.push_back("'" + speaker->label + "'");
  diag.warning("silent-guest", path,
               fmt::format("'{}' says nothing in this episode, and these speakers have no page: {}",
                           person.slug, join(labels, ", ")),
               "if one of them is meant, say so with `speakers:` below its `transcript:`");
}

void report_silent(const Knowledge& known, const Episode& episode, Diagnostics& diag) {
  std::vector<PersonId> silent = silent_people(episode);
  std::vector<const Speaker*> unknown = unknown_speakers(episode);
  if (silent.empty() || unknown.empty()) return;
  std::string path = join_path(known.project->root, episode.origin.path);
  std::vector<const Speaker*> voices = likely_voices(known.site, silent, unknown);
  SpokenLabels labels;
  for (std::size_t i = 0; i < silent.size(); ++i)
    if (voices[i]) labels.emplace_back(voices[i]->label, known.site.people[silent[i]].slug);
  // One change holds the labels of all of them, because they go to the same place.
  std::optional<Fix> fix =
      episode.origin.file ? speakers_fix(*episode.origin.file, labels) : std::nullopt;
  const char* advice = fix ? ", as `kbgen check --fix` does" : "";
  for (std::size_t i = 0; i < silent.size(); ++i) {
    const Person& person = known.site.people[silent[i]];
    if (!voices[i]) {
      report_unclear(person, unknown, path, diag);
      continue;
    }
    Diagnostic& report = diag.warning(
        "silent-guest", path,
        fmt::format("'{}' says nothing in this episode, and '{}' has no page: is it the same?",
                    person.slug, voices[i]->label),
        fmt::format("then write `speakers: {{\"{0}\": {1}}}` below its `transcript:`{2}, or make "
                    "\"{0}\" an alias of {1}",
                    voices[i]->label, person.slug, advice));
    if (fix) report.fixes.push_back(*std::exchange(fix, std::nullopt));
  }
}

// Proposes the only person of an episode as the speaker of a transcript that names nobody, as
// lectures have it.
void report_unnamed(const Knowledge& known, const Episode& episode, Diagnostics& diag) {
  bool names_nobody = episode.spoken->speakers.empty();
  if (!names_nobody || episode.hosts.size() + episode.guests.size() != 1) return;
  PersonId id = episode.hosts.empty() ? episode.guests.front() : episode.hosts.front();
  const std::string& slug = known.site.people[id].slug;
  std::optional<Fix> fix =
      episode.origin.file ? speaker_fix(*episode.origin.file, slug) : std::nullopt;
  Diagnostic& report = diag.warning(
      "unnamed-voice", join_path(known.project->root, episode.origin.path),
      fmt::format("this transcript names no speaker, and '{}' is the only one who takes part",
                  slug),
      fmt::format("if all of it is theirs, write `transcript: {{speaker: {}}}`{}", slug,
                  fix ? ", as `kbgen check --fix` does" : ""));
  if (fix) report.fixes.push_back(*fix);
}

}  // namespace

void check_voices(const Knowledge& known, Diagnostics& diag) {
  for (const Episode& episode : known.site.episodes) {
    if (!episode.spoken) continue;
    report_silent(known, episode, diag);
    report_unnamed(known, episode, diag);
  }
}

}  // namespace kbgen
