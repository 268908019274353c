// kbgen init: starts a knowledge base that can be built at once, with an example of everything.

#include <fmt/format.h>

#include "base/disk.h"
#include "base/own_folder.h"
#include "base/text.h"
#include "commands/arguments.h"
#include "commands/report.h"
#include "commands/writable.h"
#include "content/project.h"
#include "start/github.h"
#include "start/starter.h"

namespace kbgen {

namespace {

std::vector<std::string> hosts() {
  Diagnostics ignored;  // whoever reads the files reports what is wrong with them
  return starter_hosts(own_folder("starter"), ignored);
}

constexpr Option options[] = {
    {.name = "DIR",
     .meaning = "the folder; made if it is not there",
     .takes = Takes::text,
     .is_required = true},
    {"--title", "title of the knowledge base [from the name of the folder]", Takes::text},
    {"--date", "the day of the sample episode [today]", Takes::text},
    {"--bare", "without the samples: config.yaml, README.md and workflows only"},
    {.name = "--host",
     .meaning = "who builds and shows the site, one of {} [github]",
     .takes = Takes::text,
     .words = hosts},
    {"--github", "make a repository on GitHub of it, and let it be published there"},
};

constexpr std::string_view example = R"(Example:
  kbgen init my-podcast
  cd my-podcast
  kbgen serve --open
)";

std::string title_of_folder(const std::string& folder) {
  std::string words =
      replace_all(replace_all(file_name(absolute_path(folder)), "-", " "), "_", " ");
  return capitalize(clean_text(words));
}

int fail(std::string_view why) {
  fmt::print(stderr, "kbgen init: {}\n", why);
  return 1;
}

// Writes the files, all or none. Says what is in the way if there is something.
bool write_all(const std::vector<NewFile>& files, const std::string& folder) {
  const std::vector<std::string> obstacles = obstacles_to(files, folder);
  for (const std::string& obstacle : obstacles) fmt::print(stderr, "kbgen init: {}\n", obstacle);
  if (!obstacles.empty()) return fail("nothing was written; choose another folder"), false;
  if (std::string problem = write_new_files(files, folder); !problem.empty())
    return fail(problem + "; nothing was written"), false;
  for (const NewFile& file : files) fmt::print("{}\n", join_path(folder, file.path));
  return true;
}

void print_next_steps(const std::string& folder, Starter how_much) {
  fmt::print(
      "\nNext:\n  {}kbgen serve --open                   see it\n"
      "  kbgen import feed URL                the episodes of your podcast's feed\n"
      "  kbgen import transcripts FILES       or episodes of transcripts\n"
      "  kbgen import FOLDER                  or the site that you have now\n\n{}"
      "README.md says how it goes on.\n",
      folder == "." ? "" : "cd " + folder + "\n  ",
      how_much == Starter::bare
          ? ""
          : "What stands in content/ is a sample: delete it when there is an episode of yours.\n");
}

int put_on_github(const std::string& folder) {
  std::fflush(stdout);
  const OnGithub result = create_on_github(folder, file_name(absolute_path(folder)));
  if (!result.problem.empty()) return fail(result.problem);
  fmt::print("\nIn some minutes the site is at {}\n", result.address);
  return 0;
}

int init(const std::string& folder, const StarterOptions& options, bool on_github) {
  const std::string from = own_folder("starter");
  Diagnostics diag;
  if (on_github && options.host != "github")
    return fail("--github and --host " + options.host + " are two hosts: choose one"), 2;
  if (on_github)
    if (std::string obstacle = obstacle_to_github(); !obstacle.empty())
      return fail(obstacle + "; nothing was written");
  const std::vector<NewFile> files = starter_files(from, options, diag);
  print_diagnostics(diag, DiagnosticsStyle::text);
  if (files.empty() || diag.has_errors())
    return fail("its files are not at " + from + ": install kbgen again");
  if (!write_all(files, folder)) return 1;
  print_next_steps(folder, options.how_much);
  return on_github ? put_on_github(folder) : 0;
}

int run(const Arguments& given) {
  Diagnostics diag;
  StarterOptions options{
      .how_much = given.flag("--bare") ? Starter::bare : Starter::with_samples,
      .title = clean_text(given.text("--title")),
      .date = day_to_write(given.text("--date"), diag),
  };
  if (diag.has_errors()) {
    print_diagnostics(diag, DiagnosticsStyle::text);
    return 2;
  }
  const std::string folder = normalize_path(given.text("DIR"));
  if (options.title.empty()) options.title = title_of_folder(folder);
  if (options.title.empty()) options.title = "Knowledge base";
  if (std::string host = given.text("--host"); !host.empty()) options.host = std::move(host);
  return init(folder, options, given.flag("--github"));
}

}  // namespace

extern const Command init_command = {
    .name = "init",
    .purpose = "start a knowledge base",
    .description = "Makes a knowledge base that builds, with an example of everything.",
    .options = options,
    .footer = example,
    .run = run,
};

}  // namespace kbgen
