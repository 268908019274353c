// kbgen suggest: proposes what the transcripts point to and the knowledge base lacks: corrections
// of misheard names, pages, topics and links.
#include <fmt/format.h>

#include <charconv>
#include <set>

#include "base/did_you_mean.h"
#include "base/parallel.h"
#include "base/text.h"
#include "base/work.h"
#include "build.h"
#include "commands/arguments.h"
#include "commands/progress_line.h"
#include "commands/project_lock.h"
#include "commands/report.h"
#include "commands/shared_options.h"
#include "commands/suggest_report.h"
#include "suggest/apply.h"
#include "suggest/declined.h"
#include "suggest/find_suggestions.h"

namespace kbgen {

namespace {

constexpr std::string_view example = R"(Example:
  kbgen suggest --kind errors             what recognition got wrong, with evidence
  kbgen suggest --kind errors --apply     writes those that are almost certain
  kbgen suggest --kind links --apply 1,3  writes the first and the third of the list
)";

// The confidence from which on --apply without numbers writes a correction, as no person chose it.
constexpr double almost_certain = 0.9;

struct SuggestFlags {
  ProjectOptions project;
  std::vector<std::string> kinds;
  std::string episode, chosen;
  std::size_t limit = 10;
  bool json = false, apply = false, timings = false;
};

constexpr SuggestKind kinds[] = {
    {"errors", SuggestionKind::error, "Recognition errors"},
    {"entities", SuggestionKind::entity, "People, books and tools without a page"},
    {"topics", SuggestionKind::topic, "Topics without a page"},
    {"links", SuggestionKind::link, "Names in prose that lead nowhere"},
};

std::vector<std::string> kind_names() {
  std::vector<std::string> names;
  for (const SuggestKind& kind : kinds) names.emplace_back(kind.name);
  return names;
}

constexpr Option options[] = {
    shared::config_or_folder,
    {.name = "--kind",
     .meaning = "errors, entities, topics or links, with commas between [all]",
     .takes = Takes::texts_by_commas,
     .value = "KIND",
     .words = kind_names},
    {.name = "--episode",
     .meaning = "only what is said or written in this episode",
     .takes = Takes::text,
     .value = "SLUG"},
    {.name = "--limit", .meaning = "how many of a kind [10]", .takes = Takes::number, .value = "N"},
    {"--json", "as JSON, for programs"},
    {.name = "--apply",
     .meaning = "write these numbers of the list; without any, the errors that are almost certain",
     .takes = Takes::text_or_nothing,
     .value = "1,3"},
    shared::jobs,
    shared::timings,
};

bool is_wanted(const SuggestFlags& flags, std::string_view kind) {
  return flags.kinds.empty() || std::ranges::find(flags.kinds, kind) != flags.kinds.end();
}

// Keeps the suggestions about one episode: what is said in it, or for links what is written in its
// file. `slug` is that of an episode of the site.
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

std::vector<SuggestSection> find_all(const Knowledge& known, const SuggestFlags& flags,
                                     Diagnostics& diag) {
  auto is_asked_for = [&](SuggestionKind kind) {
    auto row = std::ranges::find(kinds, kind, &SuggestKind::kind);
    return is_wanted(flags, row->name);
  };
  std::vector<std::vector<Suggestion>> all = find_suggestions(known, is_asked_for, diag);
  const std::set<std::string> declined = read_declined(known.project->root, diag);
  std::vector<SuggestSection> sections;
  std::size_t next = 1;
  for (const SuggestKind& kind : kinds) {
    if (!is_wanted(flags, kind.name)) continue;
    std::vector<Suggestion> found = std::move(all[static_cast<std::size_t>(kind.kind)]);
    std::erase_if(found, [&](const Suggestion& one) { return declined.contains(name_of(one)); });
    if (!flags.episode.empty()) keep_episode(found, known.site, flags.episode);
    SuggestSection section{&kind, found.size(), next, std::move(found)};
    if (section.shown.size() > flags.limit) section.shown.resize(flags.limit);
    next += section.shown.size();
    sections.push_back(std::move(section));
  }
  return sections;
}

// The numbers of a list such as "1,3,4"; nothing if it is not a list of numbers from 1 on.
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

// The suggestions with these numbers; without numbers, the corrections that are almost certain.
std::vector<Suggestion> choose(const std::vector<SuggestSection>& sections,
                               const std::set<std::size_t>& numbers) {
  std::vector<Suggestion> chosen;
  for (const SuggestSection& section : sections)
    for (std::size_t i = 0; i < section.shown.size(); ++i) {
      const Suggestion& suggestion = section.shown[i];
      bool certain =
          suggestion.kind == SuggestionKind::error && suggestion.confidence >= almost_certain;
      if (numbers.empty() ? certain : numbers.contains(section.first + i))
        chosen.push_back(suggestion);
    }
  return chosen;
}

int apply_chosen(const Knowledge& known, const std::vector<SuggestSection>& sections,
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
  for (const Applied& applied : apply(chosen, known.site, known.sources, *known.project)) {
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

std::string unknown_episode(const Site& site, const std::string& slug) {
  std::vector<std::string> slugs;
  for (const Episode& episode : site.episodes) slugs.push_back(episode.slug);
  if (slug.empty() || std::ranges::find(slugs, slug) != slugs.end()) return "";
  std::string help = did_you_mean(slug, slugs);
  return fmt::format("there is no episode '{}'{}", slug, help.empty() ? "" : "; " + help);
}

SuggestFlags flags_of(const Arguments& given) {
  SuggestFlags flags;
  flags.project.config = given.text("--config");
  flags.kinds = given.list("--kind");
  flags.episode = given.text("--episode");
  flags.chosen = given.text("--apply");
  if (given.has("--limit")) flags.limit = static_cast<std::size_t>(given.number("--limit"));
  flags.json = given.flag("--json");
  flags.apply = given.has("--apply");
  flags.timings = given.flag("--timings");
  return flags;
}

int run(const Arguments& given) {
  const SuggestFlags flags = flags_of(given);
  std::optional<std::set<std::size_t>> numbers = std::set<std::size_t>();
  if (!flags.chosen.empty()) numbers = parse_numbers(flags.chosen);
  if (!numbers) {
    fmt::print(stderr, "kbgen suggest: --apply takes numbers of the list, such as 1,3,4\n");
    return 2;
  }
  ShownWork shown(given.number("--jobs"));

  Diagnostics diag(&shown.work);
  ProjectLock lock;
  if (flags.apply) lock = ProjectLock(flags.project, "suggest", diag);
  const Project project = open_project(flags.project, diag);
  Cache cache(Memory::none);
  const Knowledge known = project.is_usable() ? read_knowledge(project, cache, diag) : Knowledge();
  // Other mistakes of the content are for `kbgen check` to report, but with any of them nothing may
  // be written.
  if (!project.is_usable() || (flags.apply && diag.has_errors())) {
    print_diagnostics(diag, DiagnosticsStyle::text);
    fmt::print(stderr, "kbgen: {}; nothing was written\n", count_problems(diag));
    return 1;
  }
  if (std::string problem = unknown_episode(known.site, flags.episode); !problem.empty()) {
    fmt::print(stderr, "kbgen suggest: {}\n", problem);
    return 2;
  }
  std::vector<SuggestSection> sections = find_all(known, flags, diag);
  int status = 0;
  if (flags.apply)
    status = apply_chosen(known, sections, *numbers);
  else if (flags.json)
    print_suggestions_json(known, sections);
  else
    print_suggestions(known, sections);
  if (flags.timings) fmt::print(stderr, "{}", format_timings(shown.work));
  if (!diag.has_errors()) return status;
  fmt::print(stderr, "kbgen: the content has mistakes; `kbgen check` names them\n");
  return 1;
}

}  // namespace

extern const Command suggest_command = {
    .name = "suggest",
    .purpose = "propose what the transcripts point to: errors, names, topics, links",
    .description =
        "Reads the transcripts and proposes corrections, pages, topics and links, with evidence.\n"
        "Nothing is written without --apply.",
    .options = options,
    .footer = example,
    .run = run,
};

}  // namespace kbgen
