#include "model/speech.h"

#include <algorithm>
#include <functional>
#include <set>

#include "base/parallel.h"
#include "content/records.h"
#include "model/restoration.h"
#include "model/routes.h"
#include "model/spoken.h"

namespace kbgen {

namespace {

// The people who may be spoken to by a part of their name in an episode.
std::vector<std::string> people_in(const Site& site, const Episode& episode,
                                   const std::vector<Speaker>& speakers) {
  std::vector<std::string> people;
  for (const Speaker& speaker : speakers)
    if (speaker.person || looks_like_person(speaker.name)) people.push_back(speaker.name);
  for (const std::vector<PersonId>* ids : {&episode.hosts, &episode.guests})
    for (PersonId id : *ids) people.push_back(site.people[id].name);
  return people;
}

// Which transcripts are restored, by episode, and by what.
struct Restoration {
  std::vector<bool> is_wanted;
  RestorationGuide guide;
};

Restoration restoration_of(const Site& site, const std::vector<EpisodeRecord>& records,
                           const Config& config, Diagnostics& diag) {
  auto lacks = [](const EpisodeRecord& record, Diagnostics&) {
    return static_cast<char>(record.transcript && lacks_punctuation(*record.transcript));
  };
  std::vector<char> is_bare = parallel_map(records, diag, lacks);
  Restoration restoration;
  std::vector<const Transcript*> punctuated;
  std::set<std::string> languages;
  for (std::size_t i = 0; i < is_bare.size(); ++i) {
    const std::optional<bool>& own = records[i].transcript_settings.restore_punctuation;
    bool is_wanted = is_bare[i] && own.value_or(config.restore_punctuation);
    restoration.is_wanted.push_back(is_wanted);
    punctuated.push_back(is_bare[i] ? nullptr : records[i].transcript.get());
    if (is_wanted) languages.insert(site.episodes[{static_cast<std::uint32_t>(i)}].language);
  }
  if (!languages.empty()) restoration.guide = RestorationGuide(site, punctuated, languages);
  return restoration;
}

}  // namespace

std::vector<PublishedFragment> published_for(const Site& site, const Episode& episode,
                                             const Lock& lock) {
  std::vector<PublishedFragment> all = lock.fragments_of(path_of(site, episode.id));
  for (const Alias& alias : episode.old_paths) {
    std::string path = path_of_alias(alias.text);
    if (path.empty()) continue;
    std::set<std::string> known;
    for (const PublishedFragment& fragment : all) known.insert(fragment.id);
    for (PublishedFragment& fragment : lock.fragments_of(path)) {
      fragment.order.reset();  // it is a place among the moments of the other page
      if (!known.contains(fragment.id)) all.push_back(fragment);
      fragment.id = path + "#" + fragment.id;
      all.push_back(std::move(fragment));
    }
  }
  return all;
}

Speech speech_of(const Site& site, const std::vector<EpisodeRecord>& records,
                 const std::vector<std::vector<Speaker>>& speakers, const Project& project,
                 const Lock& lock, SpokenMemo& memo, Diagnostics& diag) {
  const Restoration restoration = restoration_of(site, records, project.config, diag);
  if (diag.is_stopped()) return {};
  auto speak = [&](const Episode& episode, Diagnostics& mine) -> Speech::value_type {
    const EpisodeRecord& record = records[episode.id.index];
    if (!record.transcript) return nullptr;
    const bool is_restored = restoration.is_wanted[episode.id.index];
    const std::string restored_by = is_restored ? restoration.guide.digest() : "";
    auto is_same = [&](const MadeSpoken& before) {
      return before.transcript == record.transcript && before.restored_by == restored_by &&
             before.spoken->speakers == speakers[episode.id.index];
    };
    return memo.get(episode.slug, mine, is_same, [&](Diagnostics& reports) {
      MadeSpoken made{memo.forgets() ? nullptr : record.transcript, nullptr, {}, restored_by};
      SpokenText spoken =
          make_spoken(*record.transcript, record.transcript_settings, project.config.corrections,
                      published_for(site, episode, lock), made.correction_uses, reports);
      spoken.speakers = speakers[episode.id.index];
      if (is_restored)
        restore_punctuation(spoken, restoration.guide, episode.language,
                            people_in(site, episode, spoken.speakers));
      spoken.source_path = project.path_in_root(record.transcript_path);
      made.spoken = std::make_shared<const SpokenText>(std::move(spoken));
      return made;
    });
  };
  Speech speech = parallel_map(site.episodes.rows(), diag, speak);
  memo.sweep();
  return speech;
}

void report_unused_corrections(const Speech& speech, const std::vector<CorrectionRule>& rules,
                               Diagnostics& diag) {
  std::vector<std::uint32_t> uses(rules.size());
  bool is_silent = true;
  for (const auto& made : speech) {
    if (!made) continue;
    is_silent = false;
    std::ranges::transform(uses, made->correction_uses, uses.begin(), std::plus());
  }
  if (is_silent) return;
  for (std::size_t i = 0; i < rules.size(); ++i)
    if (uses[i] == 0)
      diag.warning("unused-correction", rules[i].span,
                   "'" + rules[i].heard + "' corrects nothing in any transcript");
}

}  // namespace kbgen
