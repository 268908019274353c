#include "edit/queue.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "base/text.h"
#include "model/check.h"
#include "model/routes.h"
#include "model/spoken.h"
#include "suggest/apply.h"
#include "suggest/declined.h"
#include "suggest/find_suggestions.h"

namespace kbgen {

namespace {

// The reports of `kbgen check` that are about words and who says them. What is wrong with files,
// links and settings is no question of listening.
constexpr std::array<std::string_view, 9> codes = {
    "unintelligible",     "two-spellings",        "similar-names", "turn-without-time", "long-gap",
    "repeated-paragraph", "turn-without-speaker", "silent-guest",  "unnamed-voice"};

// Where a paragraph is, for listening.
void set_place(Doubt& doubt, const Site& site, const Episode& episode, std::uint32_t paragraph) {
  const SpokenText& spoken = *episode.spoken;
  doubt.page = path_of(site, episode.id);
  doubt.fragment = spoken.fragments[paragraph];
  if (auto time = time_near(spoken, paragraph)) doubt.second = time->seconds();
}

// The paragraph in which somebody says a sentence; the first one if it is in none.
std::uint32_t paragraph_with(const SpokenText& spoken, std::string_view sentence) {
  for (std::uint32_t i = 0; i < spoken.layout.paragraphs.size(); ++i) {
    std::string text = collapse_space(spoken.text_of(spoken.layout.paragraphs[i].text));
    if (text.find(sentence) != text.npos) return i;
  }
  return 0;
}

Doubt doubt_of(const Suggestion& suggestion) {
  Doubt doubt;
  doubt.suggestion = suggestion;
  doubt.name = name_of(suggestion);
  doubt.kind = doubt.name.substr(0, doubt.name.find(':'));
  doubt.what = suggestion.found;
  doubt.reason = suggestion.reason;
  doubt.count = std::max(suggestion.count, 1u);
  doubt.pages = static_cast<std::uint32_t>(std::max<std::size_t>(suggestion.episodes.size(), 1));
  return doubt;
}

// Adds to the doubt about a suggestion what is slow to find out: what would be written, and where
// it is said.
void complete(Doubt& doubt, const Knowledge& known) {
  const Suggestion& suggestion = *doubt.suggestion;
  const Remedy remedy = remedy_for(suggestion, known.site, known.sources, *known.project);
  if (!remedy.path.empty())
    doubt.proposal = known.project->path_in_root(remedy.path) + ": " +
                     (remedy.below.empty() ? "" : remedy.below + " ") + remedy.text;
  if (suggestion.evidence.empty()) return;
  const Evidence& evidence = suggestion.evidence.front();
  doubt.sentence = evidence.sentence;
  const Episode& episode = known.site.episodes[evidence.episode];
  if (!episode.spoken) return;
  auto paragraph = evidence.time ? paragraph_at(*episode.spoken, *evidence.time) : std::nullopt;
  if (!paragraph) paragraph = paragraph_with(*episode.spoken, evidence.sentence);
  set_place(doubt, known.site, episode, *paragraph);
  if (evidence.time) doubt.second = evidence.time->seconds();
}

// The episodes by the files that have their words.
std::map<std::string, const Episode*> episodes_by_file(const Site& site) {
  std::map<std::string, const Episode*> episodes;
  for (const Episode& episode : site.episodes)
    if (episode.spoken) episodes.emplace(episode.spoken->source_path, &episode);
  return episodes;
}

// The last paragraph that begins in or above a line of the file.
std::uint32_t paragraph_of_line(const SpokenText& spoken, std::uint32_t line) {
  std::uint32_t found = 0;
  for (std::uint32_t i = 0; i < spoken.layout.paragraphs.size(); ++i)
    if (spoken.layout.paragraphs[i].line > 0 && spoken.layout.paragraphs[i].line <= line) found = i;
  return found;
}

Doubt doubt_of(const Diagnostic& report, const Knowledge& known,
               const std::map<std::string, const Episode*>& episodes) {
  Doubt doubt;
  doubt.name = name_of(report);
  doubt.kind = report.code;
  doubt.what = report.message;
  doubt.reason = report.help;
  doubt.sentence = collapse_space(report.where.source_line);
  doubt.count = static_cast<std::uint32_t>(1 + report.more);
  auto episode = episodes.find(known.project->path_in_root(report.where.path));
  if (episode != episodes.end())
    set_place(doubt, known.site, *episode->second,
              paragraph_of_line(*episode->second->spoken, report.where.at.line));
  return doubt;
}

}  // namespace

Doubts queue_of(const Knowledge& known, std::size_t most, Diagnostics& diag) {
  std::vector<Doubt> doubts;
  auto all_kinds = [](SuggestionKind) { return true; };
  for (const std::vector<Suggestion>& kind : find_suggestions(known, all_kinds, diag))
    for (const Suggestion& suggestion : kind) doubts.push_back(doubt_of(suggestion));
  Diagnostics reports;
  check_knowledge(known, reports);
  const std::map<std::string, const Episode*> episodes = episodes_by_file(known.site);
  for (const Diagnostic& report : sorted_by_place(reports.all()))
    if (std::ranges::find(codes, report.code) != codes.end())
      doubts.push_back(doubt_of(report, known, episodes));
  const std::set<std::string> declined = read_declined(known.project->root, diag);
  std::erase_if(doubts, [&](const Doubt& doubt) { return declined.contains(doubt.name); });
  std::ranges::stable_sort(doubts, [](const Doubt& a, const Doubt& b) {
    return std::pair(a.worth(), a.suggestion.has_value()) >
           std::pair(b.worth(), b.suggestion.has_value());
  });
  Doubts queue{doubts.size(), std::move(doubts)};
  if (queue.first.size() > most) queue.first.resize(most);
  for (Doubt& doubt : queue.first)
    if (doubt.suggestion) complete(doubt, known);
  return queue;
}

}  // namespace kbgen
