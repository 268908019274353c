#include "model/speakers.h"

#include <algorithm>
#include <map>

#include "base/did_you_mean.h"
#include "base/text.h"
#include "content/records.h"
#include "model/likely_names.h"
#include "model/phrases.h"
#include "model/spoken.h"

namespace kbgen {

namespace {

std::string first_name(std::string_view name) {
  std::vector<std::string> words = folded_words(name);
  return words.empty() ? "" : words.front();
}

class SpeakerMatcher {
 public:
  SpeakerMatcher(Site& site, Diagnostics& diag) : site_(site), diag_(diag) {
    for (const Person& person : site.people) {
      by_slug_.emplace(person.slug, person.id);
      slugs_.push_back(person.slug);
      by_name_.emplace(comparable_name(person.name), person.id);
      for (const SpokenName& alias : person.aliases)
        by_name_.emplace(comparable_name(alias.text), person.id);
    }
  }

  std::vector<Speaker> match(Episode& episode, const EpisodeRecord& record) {
    std::vector<Speaker> speakers = speakers_of(*record.transcript);
    bool names_nobody = !record.names_all || (record.guests.empty() && record.hosts.empty() &&
                                              record.transcript_settings.speakers.empty());
    std::map<std::string, PersonId> said = as_told(record);
    for (Speaker& speaker : speakers) {
      if (auto told = said.find(speaker.label); told != said.end())
        speaker.person = told->second;
      else
        speaker.person = find(speaker, episode);
      if (!speaker.person && names_nobody && looks_like_person(speaker.name))
        speaker.person = add_person(speaker.name);
      if (speaker.person) speaker.name = site_.people[*speaker.person].name;
      if (speaker.person && names_nobody) add_guest(episode, *speaker.person);
    }
    return speakers;
  }

 private:
  std::map<std::string, PersonId> as_told(const EpisodeRecord& record) {
    std::map<std::string, PersonId> people;
    for (const auto& [label, who] : record.transcript_settings.speakers) {
      auto found = by_slug_.find(who.name);
      if (found == by_slug_.end())
        diag_.error("unknown-guest", who.span, "unknown guest '" + who.name + "'",
                    did_you_mean(who.name, slugs_));
      else
        people.emplace(label.text, found->second);
      const std::vector<std::string>& labels = record.transcript->speakers;
      if (std::ranges::find(labels, label.text) == labels.end())
        diag_.warning("unused-speaker", label.span,
                      "nobody is called '" + label.text + "' in this transcript",
                      did_you_mean(label.text, labels));
    }
    return people;
  }

  std::optional<PersonId> find(const Speaker& speaker, const Episode& episode) const {
    for (const std::string* name : {&speaker.label, &speaker.name}) {
      auto found = by_name_.find(comparable_name(*name));
      if (found != by_name_.end() && !found->first.empty()) return found->second;
    }
    if (auto person = by_first_name(speaker, episode)) return person;
    return by_initials(speaker, episode);
  }

  // The one host or guest of the episode whose initials the label is.
  std::optional<PersonId> by_initials(const Speaker& speaker, const Episode& episode) const {
    std::optional<PersonId> only;
    for (const auto* people : {&episode.hosts, &episode.guests})
      for (PersonId person : *people) {
        if (only == person || !are_initials_of(speaker.label, site_.people[person].name)) continue;
        if (only) return std::nullopt;
        only = person;
      }
    return only;
  }

  // The one host or guest of the episode who has this first name, if only one has.
  std::optional<PersonId> by_first_name(const Speaker& speaker, const Episode& episode) const {
    std::optional<PersonId> only;
    if (folded_words(speaker.name).size() != 1) return only;
    for (const auto* people : {&episode.hosts, &episode.guests})
      for (PersonId person : *people) {
        if (first_name(site_.people[person].name) != comparable_name(speaker.name) ||
            only == person)
          continue;
        if (only) return std::nullopt;
        only = person;
      }
    return only;
  }

  PersonId add_person(const std::string& name) {
    Person person;
    person.name = collapse_space(name);
    person.slug = slugify(name);
    while (by_slug_.contains(person.slug)) person.slug += "-2";
    PersonId id = site_.people.add(person);
    by_slug_.emplace(person.slug, id);
    by_name_.emplace(comparable_name(name), id);
    return id;
  }

  void add_guest(Episode& episode, PersonId person) const {
    if (episode.show) {
      const std::vector<PersonId>& hosts = site_.shows[*episode.show].hosts;
      if (std::ranges::find(hosts, person) != hosts.end()) return;
    }
    auto is_there = [&](const std::vector<PersonId>& people) {
      return std::ranges::find(people, person) != people.end();
    };
    if (!is_there(episode.guests) && !is_there(episode.hosts)) episode.guests.push_back(person);
  }

  Site& site_;
  Diagnostics& diag_;
  std::map<std::string, PersonId, std::less<>> by_slug_;
  std::map<std::string, PersonId> by_name_;  // folded
  std::vector<std::string> slugs_;
};

}  // namespace

std::vector<std::vector<Speaker>> match_speakers(Site& site,
                                                 const std::vector<EpisodeRecord>& records,
                                                 Diagnostics& diag) {
  SpeakerMatcher matcher(site, diag);
  std::vector<std::vector<Speaker>> speakers;
  for (Episode& episode : site.episodes) {
    const EpisodeRecord& record = records[episode.id.index];
    speakers.push_back(record.transcript ? matcher.match(episode, record) : std::vector<Speaker>());
  }
  return speakers;
}

}  // namespace kbgen
