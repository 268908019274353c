// kbgen init: starts a knowledge base that can be built at once, with an example of everything.

#include <fmt/format.h>

#include "base/disk.h"
#include "base/own_folder.h"
#include "base/text.h"
#include "commands/arguments.h"
#include "commands/report.h"
#include "commands/writable.h"
#include "content/project.h"
#include "start/starter.h"

namespace kbgen {

namespace {

constexpr Option options[] = {
    {.name = "DIR",
     .meaning = "the folder; made if it is not there",
     .takes = Takes::text,
     .is_required = true},
    {"--title", "title of the knowledge base [from the name of the folder]", Takes::text},
    {"--date", "the day of the sample episode [today]", Takes::text},
    {"--bare", "without the samples: config.yaml, README.md and workflows only"},
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

int init(const std::string& folder, Starter how_much, const std::string& title, const Date& date) {
  std::string from = own_folder("starter");
  Diagnostics diag;
  std::vector<NewFile> files = starter_files(from, how_much, title, date, diag);
  print_diagnostics(diag, DiagnosticsStyle::text);
  if (files.empty() || diag.has_errors()) {
    fmt::print(stderr, "kbgen init: its files are not at {}: install kbgen again\n", from);
    return 1;
  }
  std::vector<std::string> obstacles = obstacles_to(files, folder);
  for (const std::string& obstacle : obstacles) fmt::print(stderr, "kbgen init: {}\n", obstacle);
  if (!obstacles.empty()) {
    fmt::print(stderr, "kbgen init: nothing was written; choose another folder\n");
    return 1;
  }
  if (std::string problem = write_new_files(files, folder); !problem.empty()) {
    fmt::print(stderr, "kbgen init: {}; nothing was written\n", problem);
    return 1;
  }
  for (const NewFile& file : files) fmt::print("{}\n", join_path(folder, file.path));
  std::string go = folder == "." ? "" : "cd " + folder + "\n  ";
  fmt::print(
      "\nNext:\n  {}kbgen serve --open                   see it\n"
      "  kbgen import feed URL                the episodes of your podcast's feed\n"
      "  kbgen import transcripts FILES       or episodes of transcripts\n"
      "  kbgen import FOLDER                  or the site that you have now\n\n{}"
      "README.md says how it goes on.\n",
      go,
      how_much == Starter::bare
          ? ""
          : "What stands in content/ is a sample: delete it when there is an episode of yours.\n");
  return 0;
}

int run(const Arguments& given) {
  Diagnostics diag;
  Date day = day_to_write(given.text("--date"), diag);
  if (diag.has_errors()) {
    print_diagnostics(diag, DiagnosticsStyle::text);
    return 2;
  }
  std::string folder = normalize_path(given.text("DIR")), title = given.text("--title");
  title = title.empty() ? title_of_folder(folder) : clean_text(title);
  return init(folder, given.flag("--bare") ? Starter::bare : Starter::with_samples,
              title.empty() ? "Knowledge base" : title, day);
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
