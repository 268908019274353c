#include "commands/suggest_report.h"

#include <fmt/format.h>

#include <cmath>

#include "base/controls.h"
#include "base/json.h"
#include "suggest/apply.h"

namespace kbgen {

namespace {

std::string times(std::size_t count, std::size_t episodes) {
  std::string text = count == 1 ? "once" : count == 2 ? "twice" : fmt::format("{} times", count);
  return episodes > 1 ? fmt::format("{} in {} episodes", text, episodes) : text;
}

std::string headline(const Suggestion& suggestion) {
  switch (suggestion.kind) {
    case SuggestionKind::error:
      return fmt::format("{} → {}  ({}, {:.0f} % sure)", suggestion.found, suggestion.proposed,
                         times(suggestion.count, suggestion.episodes.size()),
                         100 * suggestion.confidence);
    case SuggestionKind::link:
      return fmt::format("{}:{}:{}: {}", suggestion.path, suggestion.at.line, suggestion.at.column,
                         suggestion.found);
    default:
      return fmt::format("{}  ({})", suggestion.found,
                         times(suggestion.count, suggestion.episodes.size()));
  }
}

std::string instruction(const Remedy& remedy) {
  if (remedy.is_new_file) return fmt::format("new file {}:", remedy.path);
  if (remedy.below.empty()) return "write:";
  return fmt::format("in {} below {}", remedy.path.empty() ? "config.yaml" : remedy.path,
                     remedy.below);
}

void print_suggestion(const Knowledge& known, std::size_t number, const Suggestion& suggestion) {
  Remedy remedy = remedy_for(suggestion, known.site, known.sources, *known.project);
  fmt::print("{:3}. {}\n     {}\n", number, visible(headline(suggestion)),
             visible_lines(suggestion.reason));
  for (const Evidence& evidence : suggestion.evidence)
    fmt::print("       {}: {}\n", visible(moment_name(known.site, evidence)),
               visible(evidence.sentence));
  fmt::print("     {} {}\n", visible(instruction(remedy)), visible_lines(remedy.text));
}

Json evidence_json(const Site& site, const Evidence& evidence) {
  return Json::Map{{"episode", site.episodes[evidence.episode].slug},
                   {"time", evidence.time ? Json(evidence.time->seconds()) : Json(nullptr)},
                   {"sentence", evidence.sentence}};
}

Json suggestion_json(const Knowledge& known, std::size_t number, const Suggestion& suggestion) {
  Remedy remedy = remedy_for(suggestion, known.site, known.sources, *known.project);
  Json::List episodes, evidence;
  for (EpisodeId id : suggestion.episodes) episodes.emplace_back(known.site.episodes[id].slug);
  for (const Evidence& one : suggestion.evidence)
    evidence.push_back(evidence_json(known.site, one));
  Json::Map map{{"number", static_cast<std::int64_t>(number)},
                {"found", suggestion.found},
                {"proposed", suggestion.proposed},
                {"confidence", std::round(suggestion.confidence * 1000) / 1000},
                {"count", static_cast<std::int64_t>(suggestion.count)},
                {"reason", suggestion.reason},
                {"episodes", std::move(episodes)},
                {"evidence", std::move(evidence)},
                {"file", remedy.path},
                {"below", remedy.below},
                {"write", remedy.text}};
  if (suggestion.target) map.emplace_back("target", source_of(known.site, *suggestion.target));
  if (suggestion.kind == SuggestionKind::link) {
    map.emplace_back("line", static_cast<std::int64_t>(suggestion.at.line));
    map.emplace_back("column", static_cast<std::int64_t>(suggestion.at.column));
  }
  return map;
}

}  // namespace

void print_suggestions(const Knowledge& known, const std::vector<SuggestSection>& sections) {
  bool first = true;
  for (const SuggestSection& section : sections) {
    fmt::print("{}{}: {}", first ? "" : "\n", section.kind->title, section.found);
    if (section.shown.size() < section.found)
      fmt::print(", the first {} are", section.shown.size());
    fmt::print("\n");
    first = false;
    for (std::size_t i = 0; i < section.shown.size(); ++i)
      print_suggestion(known, section.first + i, section.shown[i]);
  }
}

void print_suggestions_json(const Knowledge& known, const std::vector<SuggestSection>& sections) {
  Json::Map lists;
  for (const SuggestSection& section : sections) {
    Json::List list;
    for (std::size_t i = 0; i < section.shown.size(); ++i)
      list.push_back(suggestion_json(known, section.first + i, section.shown[i]));
    lists.emplace_back(section.kind->name, std::move(list));
  }
  fmt::print("{}", format_json(Json(std::move(lists)), JsonLayout::indented));
}

}  // namespace kbgen
