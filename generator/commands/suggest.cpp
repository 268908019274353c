// kbgen suggest: what the transcripts point to and the knowledge base lacks.
#include "base/suggest.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <charconv>
#include <cmath>
#include <set>

#include "base/json.h"
#include "base/parallel.h"
#include "base/text.h"
#include "base/timings.h"
#include "build.h"
#include "commands/commands.h"
#include "commands/report.h"
#include "content/discover.h"
#include "content/parse.h"
#include "model/assemble.h"
#include "model/links.h"
#include "suggest/apply.h"
#include "suggest/errors.h"
#include "suggest/names_said.h"
#include "suggest/topics_said.h"
#include "suggest/unlinked.h"

namespace kbgen {

namespace {

constexpr std::string_view example = R"(Example:
  kbgen suggest --kind errors             what recognition got wrong, with evidence
  kbgen suggest --kind errors --apply     writes those that are almost certain
  kbgen suggest --kind links --apply 1,3  writes the first and the third of the list
)";

// Without a person's eye only what is almost certain is written.
constexpr double almost_certain = 0.9;

struct SuggestFlags {
  ProjectOptions project;
  std::vector<std::string> kinds;
  std::string episode, chosen;
  std::size_t limit = 10;
  int jobs = 0;
  bool json = false, apply = false, timings = false;
};

struct Kind {
  std::string_view name;  // of --kind, and of the list in JSON
  SuggestionKind kind;
  std::string_view title;
};

constexpr Kind kinds[] = {
    {"errors", SuggestionKind::error, "Recognition errors"},
    {"entities", SuggestionKind::entity, "People, books and tools without a page"},
    {"topics", SuggestionKind::topic, "Topics without a page"},
    {"links", SuggestionKind::link, "Names in prose that lead nowhere"},
};

// Everything that suggestions are made from, and what came of it.
struct Workplace {
  Project project;
  SourceTree sources;
  Site site;
  Links links;
};

struct Section {
  const Kind* kind = nullptr;
  std::size_t found = 0;  // before the limit
  std::size_t first = 1;  // number of the first one shown
  std::vector<Suggestion> shown;
};

bool is_wanted(const SuggestFlags& flags, std::string_view kind) {
  return flags.kinds.empty() || std::ranges::find(flags.kinds, kind) != flags.kinds.end();
}

std::set<std::string> misheard_words(const std::vector<Suggestion>& errors) {
  std::set<std::string> words;
  for (const Suggestion& error : errors) words.insert(fold(error.found));
  return words;
}

// Of one episode: said in it, or written in its file.
void keep_episode(std::vector<Suggestion>& suggestions, const Site& site, const std::string& slug) {
  std::erase_if(suggestions, [&](const Suggestion& suggestion) {
    if (suggestion.kind == SuggestionKind::link) {
      auto episode = std::ranges::find(site.episodes, slug, &Episode::slug);
      return !suggestion.path.ends_with(episode->origin.path);
    }
    return std::ranges::none_of(suggestion.episodes,
                                [&](EpisodeId id) { return site.episodes[id].slug == slug; });
  });
}

std::vector<Section> find_all(const Workplace& at, const SuggestFlags& flags, Diagnostics& diag) {
  Archive archive = read_archive(at.site, at.links, diag);
  std::vector<Section> sections;
  std::vector<Suggestion> errors;
  if (is_wanted(flags, "errors") || is_wanted(flags, "entities"))
    errors = find_errors(at.site, at.links, archive, diag);
  std::set<std::string> misheard = misheard_words(errors);
  std::size_t next = 1;
  for (const Kind& kind : kinds) {
    if (!is_wanted(flags, kind.name)) continue;
    std::vector<Suggestion> found =
        kind.kind == SuggestionKind::error    ? std::move(errors)
        : kind.kind == SuggestionKind::entity ? find_names(at.site, archive, misheard, diag)
        : kind.kind == SuggestionKind::topic  ? find_topics(at.site, archive, diag)
                                             : find_unlinked(at.site, at.sources, at.project, diag);
    if (!flags.episode.empty()) keep_episode(found, at.site, flags.episode);
    Section section{&kind, found.size(), next, std::move(found)};
    if (section.shown.size() > flags.limit) section.shown.resize(flags.limit);
    next += section.shown.size();
    sections.push_back(std::move(section));
  }
  return sections;
}

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

void print_suggestion(const Workplace& at, std::size_t number, const Suggestion& suggestion) {
  Remedy remedy = remedy_for(suggestion, at.site, at.sources, at.project);
  fmt::print("{:3}. {}\n     {}\n", number, headline(suggestion), suggestion.reason);
  for (const Evidence& evidence : suggestion.evidence)
    fmt::print("       {}: {}\n", moment_name(at.site, evidence), evidence.sentence);
  fmt::print("     {} {}\n", instruction(remedy), remedy.text);
}

void print_sections(const Workplace& at, const std::vector<Section>& sections) {
  bool first = true;
  for (const Section& section : sections) {
    fmt::print("{}{}: {}", first ? "" : "\n", section.kind->title, section.found);
    if (section.shown.size() < section.found)
      fmt::print(", the first {} are", section.shown.size());
    fmt::print("\n");
    first = false;
    for (std::size_t i = 0; i < section.shown.size(); ++i)
      print_suggestion(at, section.first + i, section.shown[i]);
  }
}

Json evidence_json(const Site& site, const Evidence& evidence) {
  return Json::Map{{"episode", site.episodes[evidence.episode].slug},
                   {"time", evidence.time ? Json(evidence.time->seconds()) : Json(nullptr)},
                   {"sentence", evidence.sentence}};
}

Json suggestion_json(const Workplace& at, std::size_t number, const Suggestion& suggestion) {
  Remedy remedy = remedy_for(suggestion, at.site, at.sources, at.project);
  Json::List episodes, evidence;
  for (EpisodeId id : suggestion.episodes) episodes.emplace_back(at.site.episodes[id].slug);
  for (const Evidence& one : suggestion.evidence) evidence.push_back(evidence_json(at.site, one));
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
  if (suggestion.target) map.emplace_back("target", source_of(at.site, *suggestion.target));
  if (suggestion.kind == SuggestionKind::link) {
    map.emplace_back("line", static_cast<std::int64_t>(suggestion.at.line));
    map.emplace_back("column", static_cast<std::int64_t>(suggestion.at.column));
  }
  return map;
}

void print_json(const Workplace& at, const std::vector<Section>& sections) {
  Json::Map lists;
  for (const Section& section : sections) {
    Json::List list;
    for (std::size_t i = 0; i < section.shown.size(); ++i)
      list.push_back(suggestion_json(at, section.first + i, section.shown[i]));
    lists.emplace_back(section.kind->name, std::move(list));
  }
  fmt::print("{}", format_json(Json(std::move(lists)), JsonLayout::indented));
}

// "1,3,4"; nothing when it is no list of numbers.
std::optional<std::set<std::size_t>> parse_numbers(std::string_view text) {
  std::set<std::size_t> numbers;
  for (std::string_view part : split(text, ',')) {
    part = trim(part);
    std::size_t number = 0;
    auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), number);
    if (error != std::errc() || end != part.data() + part.size() || number == 0)
      return std::nullopt;
    numbers.insert(number);
  }
  return numbers;
}

// By number, or what is almost certain.
std::vector<Suggestion> choose(const std::vector<Section>& sections,
                               const std::set<std::size_t>& numbers) {
  std::vector<Suggestion> chosen;
  for (const Section& section : sections)
    for (std::size_t i = 0; i < section.shown.size(); ++i) {
      const Suggestion& suggestion = section.shown[i];
      bool certain =
          suggestion.kind == SuggestionKind::error && suggestion.confidence >= almost_certain;
      if (numbers.empty() ? certain : numbers.contains(section.first + i))
        chosen.push_back(suggestion);
    }
  return chosen;
}

int apply_chosen(const Workplace& at, const std::vector<Section>& sections,
                 const std::set<std::size_t>& numbers) {
  std::vector<Suggestion> chosen = choose(sections, numbers);
  if (chosen.size() < numbers.size()) {
    std::size_t shown =
        sections.empty() ? 0 : sections.back().first + sections.back().shown.size() - 1;
    fmt::print(
        stderr,
        "kbgen suggest: the list ends at {}, so not all of these numbers are in it; nothing was "
        "written\n",
        shown);
    return 2;
  }
  int status = 0;
  for (const Applied& applied : apply(chosen, at.site, at.sources, at.project)) {
    if (applied.problem.empty()) {
      fmt::print("{}: {}\n", applied.path, applied.what);
    } else {
      fmt::print(stderr, "{}: not written: {}\n",
                 applied.path.empty() ? "config.yaml" : applied.path, applied.problem);
      status = 1;
    }
  }
  if (chosen.empty()) fmt::print("Nothing is certain enough to be written without a number.\n");
  return status;
}

Workplace read_workplace(const SuggestFlags& flags, Diagnostics& diag) {
  Workplace at;
  at.project = open_project(flags.project, diag);
  if (!at.project.is_usable()) return at;
  at.sources = discover(at.project, diag);
  at.site =
      assemble(parse(at.sources, at.project, diag), at.project, read_lock(at.project, diag), diag);
  at.links = link(at.site, diag);
  return at;
}

std::string unknown_episode(const Site& site, const std::string& slug) {
  std::vector<std::string> slugs;
  for (const Episode& episode : site.episodes) slugs.push_back(episode.slug);
  if (slug.empty() || std::ranges::find(slugs, slug) != slugs.end()) return "";
  std::string help = did_you_mean(slug, slugs);
  return fmt::format("there is no episode '{}'{}", slug, help.empty() ? "" : "; " + help);
}

void add_flags(CLI::App& app, SuggestFlags& flags) {
  std::vector<std::string> names;
  for (const Kind& kind : kinds) names.emplace_back(kind.name);
  app.add_option("--config", flags.project.config,
                 "config.yaml, or a folder of transcripts [config.yaml]");
  app.add_option("--kind", flags.kinds,
                 "errors, entities, topics or links, with commas between [all]")
      ->delimiter(',')
      ->check(CLI::IsMember(names).description(""))
      ->type_name("KIND");
  app.add_option("--episode", flags.episode, "only what is said or written in this one")
      ->type_name("SLUG");
  app.add_option("--limit", flags.limit, "how many of a kind [10]")->type_name("N");
  app.add_flag("--json", flags.json, "as JSON, for programs");
  app.add_option("--apply", flags.chosen,
                 "write these numbers of the list; without any, the errors that are almost certain")
      ->expected(0, 1)
      ->type_name("1,3");
  app.add_option("--jobs", flags.jobs, "how many threads [all there are]")
      ->check(CLI::Range(1, 1024));
  app.add_flag("--timings", flags.timings, "say how long each stage took");
  app.footer(std::string(example));
}

}  // namespace

int suggest_command(int argc, char** argv) {
  CLI::App app{
      "Reads the transcripts and proposes corrections, pages, topics and links, with evidence.\n"
      "Nothing is written without --apply.",
      "kbgen suggest"};
  SuggestFlags flags;
  add_flags(app, flags);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : 2;
  }
  flags.apply = app.count("--apply") > 0;
  std::optional<std::set<std::size_t>> numbers = std::set<std::size_t>();
  if (!flags.chosen.empty()) numbers = parse_numbers(flags.chosen);
  if (!numbers) {
    fmt::print(stderr, "kbgen suggest: --apply takes numbers of the list, such as 1,3,4\n");
    return 2;
  }
  limit_jobs(flags.jobs);

  Diagnostics diag;
  Workplace at = read_workplace(flags, diag);
  // What is wrong elsewhere is for `kbgen check`; here only nothing may be
  // written because of it.
  if (!at.project.is_usable() || (flags.apply && diag.has_errors())) {
    print_diagnostics(diag, DiagnosticsStyle::text);
    fmt::print(stderr, "kbgen: {}; nothing was written\n", count_problems(diag));
    return 1;
  }
  if (std::string problem = unknown_episode(at.site, flags.episode); !problem.empty()) {
    fmt::print(stderr, "kbgen suggest: {}\n", problem);
    return 2;
  }
  std::vector<Section> sections = find_all(at, flags, diag);
  int status = 0;
  if (flags.apply)
    status = apply_chosen(at, sections, *numbers);
  else if (flags.json)
    print_json(at, sections);
  else
    print_sections(at, sections);
  if (flags.timings) fmt::print(stderr, "{}", format_timings());
  if (!diag.has_errors()) return status;
  fmt::print(stderr, "kbgen: the content has mistakes; `kbgen check` names them\n");
  return 1;
}

}  // namespace kbgen
