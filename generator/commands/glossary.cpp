// kbgen glossary: prints the names of the archive for speech recognition, which then hears them
// right.
#include <fmt/format.h>

#include "base/did_you_mean.h"
#include "build.h"
#include "commands/arguments.h"
#include "commands/progress_line.h"
#include "commands/report.h"
#include "commands/shared_options.h"
#include "suggest/glossary_terms.h"

namespace kbgen {

namespace {

std::vector<std::string> layout_names() { return {"prompt", "words"}; }

constexpr Option options[] = {
    shared::config_or_folder,
    {.name = "--as",
     .meaning = "prompt, one line for Whisper, or words, a name a line [prompt]",
     .takes = Takes::text,
     .value = "KIND",
     .words = layout_names},
    {.name = "--guest",
     .meaning = "only names of episodes in which they take part",
     .takes = Takes::text,
     .value = "SLUG"},
    {.name = "--show",
     .meaning = "only names of episodes of this show",
     .takes = Takes::text,
     .value = "SLUG"},
    shared::jobs,
};

constexpr std::string_view footer =
    "Names that were heard wrong and corrected come first, then who takes part, then what is said "
    "most.\nWhisper reads 224 tokens of a prompt. They are estimated, because its vocabulary is "
    "not "
    "part of kbgen:\na token for each three letters that a word begins, for each sign, and for "
    "each byte of other letters.\n\n"
    "Examples:\n"
    "  whisper --initial_prompt \"$(kbgen glossary --guest ada-lovelace)\" next.mp3\n"
    "  kbgen glossary --as words > words.txt";

// The id of the row with this slug; nothing, and `problem` says so, if there is none.
template <class Row>
std::optional<Id<Row>> find_slug(const Table<Row>& rows, const std::string& slug,
                                 std::string_view kind, std::string& problem) {
  std::vector<std::string> slugs;
  for (const Row& row : rows) {
    if (row.slug == slug) return row.id;
    slugs.push_back(row.slug);
  }
  std::string help = did_you_mean(slug, slugs);
  problem = fmt::format("there is no {} '{}'{}", kind, slug, help.empty() ? "" : "; " + help);
  return std::nullopt;
}

int print_glossary(const Knowledge& known, const Arguments& given) {
  GlossaryScope scope;
  std::string problem;
  if (given.has("--guest"))
    scope.person = find_slug(known.site.people, given.text("--guest"), "guest", problem);
  if (problem.empty() && given.has("--show"))
    scope.show = find_slug(known.site.shows, given.text("--show"), "show", problem);
  if (!problem.empty()) {
    fmt::print(stderr, "kbgen glossary: {}\n", problem);
    return 2;
  }
  const std::vector<GlossaryName> names = glossary_of(known, scope);
  if (given.text("--as") == "words") {
    for (const GlossaryName& one : names) fmt::print("{}\n", one.name);
    return 0;
  }
  fmt::print("{}\n", whisper_prompt(names));
  return 0;
}

int run(const Arguments& given) {
  ProjectOptions project_options;
  project_options.config = given.text("--config");
  ShownWork shown(given.number("--jobs"));
  Diagnostics diag(&shown.work);
  const Project project = open_project(project_options, diag);
  Cache cache(Memory::none);
  const Knowledge known = project.is_usable() ? read_knowledge(project, cache, diag) : Knowledge();
  if (!project.is_usable()) {
    print_diagnostics(diag, DiagnosticsStyle::text);
    return 1;
  }
  int status = print_glossary(known, given);
  if (!diag.has_errors()) return status;
  fmt::print(stderr, "kbgen: the content has mistakes; `kbgen check` names them\n");
  return 1;
}

}  // namespace

extern const Command glossary_command = {
    .name = "glossary",
    .purpose = "print the archive's names for speech recognition",
    .description =
        "Prints names, other names and past corrections, the most useful first, as the initial "
        "prompt of Whisper\nor as a list of words.",
    .options = options,
    .footer = footer,
    .run = run,
};

}  // namespace kbgen
