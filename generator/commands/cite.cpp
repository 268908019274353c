// kbgen cite: how to cite a page or a moment of it, as the pages themselves say
// it.

#include <fmt/format.h>

#include "base/controls.h"
#include "base/did_you_mean.h"
#include "base/text.h"
#include "build.h"
#include "citations/reference.h"
#include "commands/command_line.h"
#include "commands/commands.h"
#include "commands/progress_line.h"
#include "commands/report.h"

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

std::string check_format(const std::string& name) {
  if (find_citation_format(name)) return "";
  std::string help = did_you_mean(name, format_names());
  return fmt::format("unknown format '{}': {}", name,
                     help.empty() ? "there are " + join(format_names(), ", ") : help);
}

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
  // Moments are called what they have been called ever since.
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

}  // namespace

int cite_command(int argc, char** argv) {
  CLI::App app{"Says how to cite a page, or a moment of an episode.", "kbgen cite"};
  ProjectOptions options;
  std::string reference, format;
  app.add_option("REF", reference,
                 "a path, a URL of the site, kind:slug, an episode's slug; a moment as "
                 "episode@12:34 or path#t=754")
      ->required();
  app.add_option("--format", format,
                 fmt::format("one of {} [all of them]", fmt::join(format_names(), ", ")))
      ->check(check_format);
  app.add_option("--config", options.config,
                 "config.yaml, or a folder of transcripts [config.yaml]");
  app.add_option("--base-url", options.base_url, "where the site will be, instead of `base_url`");
  app.add_flag("--drafts", options.drafts, "take in episodes with `draft: true`");
  app.footer(std::string(example));
  if (std::optional<int> status = parse_command_line(app, argc, argv)) return *status;
  return cite_reference(options, reference, format);
}

}  // namespace kbgen
