// kbgen new: writes one new content file, with everything that is known of it filled in.

#include <fmt/format.h>

#include <algorithm>

#include "base/did_you_mean.h"
#include "base/disk.h"
#include "base/text.h"
#include "commands/arguments.h"
#include "commands/editor.h"
#include "commands/report.h"
#include "commands/shared_options.h"
#include "commands/writable.h"
#include "start/content_file.h"

namespace kbgen {

namespace {

constexpr std::string_view example = R"(Example:
  kbgen new episode "Why links rot"       content/episodes/why-links-rot.md
  kbgen new guest "Ada Lovelace" --edit
)";

std::vector<std::string> kind_names() {
  std::vector<std::string> names;
  for (const ContentFolder& kind : new_kinds()) names.emplace_back(kind.one);
  return names;
}

std::string problem_of_kind(const std::string& kind) {
  std::vector<std::string> names = kind_names();
  if (std::ranges::find(names, kind) != names.end()) return "";
  std::string help = did_you_mean(kind, names);
  return "there is no '" + kind + "'; " + (help.empty() ? join(names, ", ") : help);
}

constexpr Option options[] = {
    {.name = "KIND",
     .meaning = "{}",
     .takes = Takes::text,
     .is_required = true,
     .words = kind_names,
     .problem_of = problem_of_kind},
    {.name = "TITLE",
     .meaning = "its title; for a guest, the name",
     .takes = Takes::text,
     .is_required = true},
    {"--show", "slug of the episode's show, where there are several", Takes::text},
    {"--date", "date of the episode [today]", Takes::text},
    shared::config,
    {"--edit", "open it with $VISUAL or $EDITOR"},
};

int fail(int status, std::string_view what) {
  fmt::print(stderr, "kbgen new: {}\n", what);
  return status;
}

// The path of a content file whose page has the address that the new page would get; empty if there
// is none. The file may have another name, because names become slugs.
std::string page_in_the_way(const SourceTree& sources, ContentKind kind, const std::string& slug) {
  for (const ContentFile& file : sources.files)
    if (file.kind == kind && (file.slug == slug || slugify(file.slug) == slug))
      return file.source->path;
  return "";
}

int run(const Arguments& given) {
  const ContentFolder& kind =
      *std::ranges::find(new_kinds(), given.text("KIND"), &ContentFolder::one);
  Diagnostics diag;
  std::optional<WritableProject> at = open_writable(given.text("--config"), "new", diag);
  if (!at) return 1;
  NewContent content;
  content.date = day_to_write(given.text("--date"), diag);
  if (diag.has_errors()) {
    print_diagnostics(diag, DiagnosticsStyle::text);
    return 2;
  }
  content.title = clean_text(given.text("TITLE"));
  if (content.title.empty()) return fail(2, "it needs a title");
  content.slug = slugify(content.title);
  if (kind.kind == ContentKind::episode) {
    NextEpisode next =
        next_episode(at->project.config, at->records, clean_text(given.text("--show")));
    if (!next.problem.empty()) return fail(2, next.problem);
    content.is_dated = true;
    content.show = next.show;
    content.hosts = next.hosts;
    content.season = next.season;
    content.number = next.number;
    content.language = at->project.config.language;
  }
  if (std::string there = page_in_the_way(at->sources, kind.kind, content.slug); !there.empty())
    return fail(1, there + " is there already");
  NewFile file = new_content_file(kind.kind, content);
  if (std::string problem = write_new_files({file}, at->project.content); !problem.empty())
    return fail(1, problem);
  std::string path = join_path(at->project.content, file.path);
  fmt::print("{}\n", path);
  if (!given.flag("--edit")) return 0;
  at.reset();  // releases the lock, so that other commands need not wait for the editor
  std::string problem = edit_file(path);
  return problem.empty() ? 0 : fail(1, problem);
}

}  // namespace

extern const Command new_command = {
    .name = "new",
    .purpose = "start an episode, a guest, a topic, a resource or a page",
    .description =
        "Starts a content file: what is known stands in it, the other keys wait behind a #.",
    .options = options,
    .footer = example,
    .run = run,
};

}  // namespace kbgen
