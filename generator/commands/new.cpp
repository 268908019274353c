// kbgen new: one content file, with all that is known of it.

#include <fmt/format.h>

#include <algorithm>

#include "base/disk.h"
#include "base/suggest.h"
#include "base/text.h"
#include "commands/command_line.h"
#include "commands/commands.h"
#include "commands/editor.h"
#include "commands/report.h"
#include "commands/writable.h"
#include "start/content_file.h"

namespace kbgen {

namespace {

constexpr std::string_view example = R"(Example:
  kbgen new episode "Why links rot"       content/episodes/why-links-rot.md
  kbgen new guest "Ada Lovelace" --edit
)";

struct NewFlags {
  std::string kind, title, show, date, config;
  bool edit = false;
};

int fail(int status, std::string_view what) {
  fmt::print(stderr, "kbgen new: {}\n", what);
  return status;
}

// A page of that address there is already, whatever its file is called.
std::string page_in_the_way(const SourceTree& sources, ContentKind kind, const std::string& slug) {
  for (const ContentFile& file : sources.files)
    if (file.kind == kind && (file.slug == slug || slugify(file.slug) == slug))
      return file.source->path;
  return "";
}

int make(const ContentFolder& kind, const NewFlags& flags) {
  Diagnostics diag;
  std::optional<WritableProject> at = open_writable(flags.config, "new", diag);
  if (!at) return 1;
  NewContent content;
  content.date = day_to_write(flags.date, diag);
  if (diag.has_errors()) {
    print_diagnostics(diag, DiagnosticsStyle::text);
    return 2;
  }
  content.title = clean_text(flags.title);
  if (content.title.empty()) return fail(2, "it needs a title");
  content.slug = slugify(content.title);
  if (kind.kind == ContentKind::episode) {
    NextEpisode next = next_episode(at->project.config, at->records, clean_text(flags.show));
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
  if (!flags.edit) return 0;
  at.reset();  // others need not wait for the editor
  std::string problem = edit_file(path);
  return problem.empty() ? 0 : fail(1, problem);
}

}  // namespace

int new_command(int argc, char** argv) {
  CLI::App app{"Starts a content file: what is known stands in it, the other keys wait behind a #.",
               "kbgen new"};
  NewFlags flags;
  std::vector<std::string> names;
  for (const ContentFolder& kind : new_kinds()) names.emplace_back(kind.one);
  app.add_option("KIND", flags.kind, join(names, ", "))
      ->required()
      ->check(CLI::Validator(
          [&](const std::string& kind) {
            if (std::ranges::find(names, kind) != names.end()) return std::string();
            std::string help = did_you_mean(kind, names);
            return "there is no '" + kind + "'; " + (help.empty() ? join(names, ", ") : help);
          },
          ""));
  app.add_option("TITLE", flags.title, "its title; of a guest, the name")->required();
  app.add_option("--show", flags.show, "slug of the episode's show, where there are several");
  app.add_option("--date", flags.date, "of the episode [today]");
  app.add_option("--config", flags.config, "config.yaml [config.yaml]");
  app.add_flag("--edit", flags.edit, "open it with $VISUAL or $EDITOR");
  app.footer(std::string(example));
  if (std::optional<int> status = parse_command_line(app, argc, argv)) return *status;
  return make(*std::ranges::find(new_kinds(), flags.kind, &ContentFolder::one), flags);
}

}  // namespace kbgen
