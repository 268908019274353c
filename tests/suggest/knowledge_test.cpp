// The real knowledge base, which is not part of the project, with its
// corrections taken away: are they found again?
#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "base/disk.h"
#include "base/text.h"
#include "build.h"
#include "model/phrases.h"
#include "suggest/archive.h"
#include "suggest/errors.h"
#include "support/shared_folder.h"
#include "support/temporary_folder.h"

using namespace kbgen;

namespace {

struct Removed {
  std::set<std::pair<std::string, std::string>> corrections;  // heard, said
  Records records;
};

void take(std::vector<CorrectionRule>& rules, Removed& removed) {
  for (const CorrectionRule& rule : rules)
    removed.corrections.emplace(comparable_name(rule.heard), comparable_name(rule.said));
  rules.clear();
}

// An alias that shares no word with the person's name is how it was misheard.
void take_misheard_aliases(PersonRecord& person) {
  std::vector<std::string> own = folded_words(person.name);
  std::erase_if(person.aliases, [&](const SpokenName& alias) {
    return std::ranges::none_of(folded_words(alias.text), [&](const std::string& word) {
      return std::ranges::find(own, word) != own.end();
    });
  });
}

// What somebody who read the evidence and the words around it found right,
// beside the corrections that were taken away: episode and what was meant.
const std::set<std::pair<std::string, std::string>> read_by_eye = {
    {"building-ml-teams", "chip-huyen"},
    {"building-ml-teams", "papermill"},
    {"building-ml-teams", "snorkel"},
    {"learning-how-to-learn", "jupyter"},
    {"learning-how-to-learn", "kaggle"},
    {"learning-how-to-learn", "pytorch"},
    {"learning-how-to-learn", "radek-osmulski"},
    {"path-into-data-science", "keras"},
    {"path-into-data-science", "radek-osmulski"},
    {"software-engineer-to-machine-learning", "datatalks-club"},
    {"software-engineer-to-machine-learning", "kaggle-platform"},
    {"software-engineer-to-machine-learning", "mlops"},
    {"software-engineer-to-machine-learning", "santiago-valdarrama"},
    {"software-engineer-to-machine-learning", "scikit-learn"}};

bool is_right(const Suggestion& suggestion, const Site& site, const Removed& removed) {
  if (removed.corrections.contains(
          {comparable_name(suggestion.found), comparable_name(suggestion.proposed)}))
    return true;
  return std::ranges::all_of(suggestion.episodes, [&](EpisodeId id) {
    return read_by_eye.contains({site.episodes[id].slug, slug_of(site, *suggestion.target)});
  });
}

}  // namespace

TEST_CASE("of the first ten recognition errors in real conversations eight are right") {
  const std::string folder = shared_folder() + "/knowledge";
  if (!exists(folder)) {
    MESSAGE("skipped: there is no " << folder);
    return;
  }
  Diagnostics diag;
  ProjectOptions options;
  options.config = folder + "/config.yaml";
  Project project = open_project(options, diag);
  Cache cache(Memory::none);
  SourceTree sources = discover(project, cache.sources, diag);
  Removed removed;
  Records records = parse(sources, project, cache.records, diag);
  take(project.config.corrections, removed);
  for (EpisodeRecord& episode : records.episodes)
    take(episode.transcript_settings.corrections, removed);
  for (PersonRecord& person : records.people) take_misheard_aliases(person);
  CHECK(removed.corrections.size() > 8);

  Site site = assemble(std::move(records), project, {}, cache.spoken, diag);
  Links links = link(site, cache.links, diag);
  Archive archive = read_archive(site, links, diag);
  std::vector<Suggestion> errors = find_errors(site, links, archive, diag);
  REQUIRE(errors.size() >= 10);
  std::size_t right = 0, first_twenty = 0;
  for (std::size_t i = 0; i < std::min<std::size_t>(errors.size(), 20); ++i) {
    bool good = is_right(errors[i], site, removed);
    INFO(i, ": ", errors[i].found, " → ", errors[i].proposed);
    CHECK(errors[i].evidence.size() >= 1);
    right += i < 10 && good;
    first_twenty += good;
  }
  CHECK(right >= 8);
  CHECK(first_twenty >= 16);

  // And of the corrections that people had made, most come up at all.
  std::set<std::pair<std::string, std::string>> found;
  for (const Suggestion& error : errors)
    found.emplace(comparable_name(error.found), comparable_name(error.proposed));
  std::size_t again =
      std::ranges::count_if(removed.corrections, [&](const auto& c) { return found.contains(c); });
  CHECK(again >= 6);
}
