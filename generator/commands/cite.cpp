// kbgen cite: says how to cite a page, or a moment of an episode, in the words that the pages of
// the site show.

#include <fmt/format.h>

#include "base/controls.h"
#include "base/text.h"
#include "build.h"
#include "citations/reference.h"
#include "commands/arguments.h"
#include "commands/progress_line.h"
#include "commands/report.h"
#include "commands/shared_options.h"

namespace kbgen {

namespace {

constexpr std::string_view example = R"(Examples:
  kbgen cite why-links-rot@12:34
  kbgen cite topics/link-rot/ --format bibtex
  kbgen cite 'https://example.org/kb/episodes/why-links-rot/#t=754' --format csl-json
)";

std::vector<std::string> format_names() {
  std::vector<std::string> names;
  for (const CitationFormat& format : citation_formats()) names.emplace_back(format.name);
  return names;
}

std::string problem_of_format(const std::string& name) {
  return problem_of_word("format", name, format_names());
}

constexpr Option options[] = {
    {.name = "REF",
     .meaning = "a path, a URL of the site, kind:slug, an episode's slug; a moment as "
                "episode@12:34 or path#t=754",
     .takes = Takes::text,
     .is_required = true},
    {.name = "--format",
     .meaning = "one of {} [all of them]",
     .takes = Takes::text,
     .words = format_names,
     .problem_of = problem_of_format},
    shared::config_or_folder,
    shared::base_url,
    shared::drafts,
};

void print_all(const Citable& citable, const CitedPlace& place) {
  bool is_first = true;
  for (const CitationFormat& format : citation_formats()) {
    fmt::print("{}{} ({})\n\n{}\n", is_first ? "" : "\n", format.title, format.name,
               without_controls(cite(citable, place, format)));
    is_first = false;
  }
}

int cite_reference(const ProjectOptions& options, const std::string& reference,
                   const std::string& format) {
  ShownWork shown;
  Diagnostics diag(&shown.work);
  Project project = open_project(options, diag);
  // This also reads the lock, so that moments have the ids under which they were published.
  Cache cache(Memory::none);
  Knowledge known = project.is_usable() ? read_knowledge(project, cache, diag) : Knowledge();
  if (diag.has_errors()) {
    print_diagnostics(diag, DiagnosticsStyle::text);
    return 1;
  }
  auto resolved = resolve_reference(known.site, project.config, reference);
  if (auto* unknown = std::get_if<UnknownReference>(&resolved)) {
    fmt::print(stderr, "kbgen cite: {}{}{}\n", visible(unknown->what),
               unknown->help.empty() ? "" : "; ", visible(unknown->help));
    return 1;
  }
  const CitedPlace& place = std::get<CitedPlace>(resolved);
  if (place.asked)
    fmt::print(stderr, "kbgen cite: {} begins no paragraph; this is the one that it is in{}\n",
               format_timecode(*place.asked),
               place.moment->time ? ", from " + format_timecode(*place.moment->time) : "");
  const Page& page = *std::ranges::find(known.plan.pages, place.entity, &Page::subject);
  Citable citable =
      citable_of(known.site, project.config, place.entity, date_page(known, page).changed);
  if (format.empty())
    print_all(citable, place);
  else
    fmt::print("{}\n", without_controls(cite(citable, place, *find_citation_format(format))));
  return 0;
}

int run(const Arguments& given) {
  ProjectOptions options;
  options.config = given.text("--config");
  options.base_url = given.text("--base-url");
  options.drafts = given.flag("--drafts");
  return cite_reference(options, given.text("REF"), given.text("--format"));
}

}  // namespace

extern const Command cite_command = {
    .name = "cite",
    .purpose = "say how to cite a page or a moment",
    .description = "Says how to cite a page, or a moment of an episode.",
    .options = options,
    .footer = example,
    .run = run,
};

}  // namespace kbgen
