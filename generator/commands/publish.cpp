// kbgen publish: sends the site that `kbgen build` made to where people read it.

#include <fmt/format.h>
#include <unistd.h>

#include <iostream>

#include "commands/arguments.h"
#include "commands/project_lock.h"
#include "commands/report.h"
#include "commands/shared_options.h"
#include "content/project.h"
#include "publish/manifest.h"
#include "publish/targets.h"

namespace kbgen {

namespace {

constexpr Option options[] = {
    {.name = "TARGET",
     .meaning = "a branch (gh-pages), a folder (/var/www/talks), or one on another machine "
                "(me@host:talks)",
     .takes = Takes::text,
     .is_required = true},
    shared::config,
    {"--output", "the folder of the site, instead of `output` of config.yaml", Takes::text},
    {"--yes", "do not ask"},
};

constexpr std::string_view example =
    R"(What will change there is said first. A branch gets a commit more, and is never forced.

Example:
  kbgen build
  kbgen publish gh-pages
)";

int fail(const std::string& why) {
  fmt::print(stderr, "kbgen publish: {}; nothing was sent\n", why);
  return 1;
}

// The addresses of the pages among these files: what a reader would notice.
std::vector<std::string> pages_among(const std::vector<std::string>& files) {
  constexpr std::string_view page = "index.html";
  std::vector<std::string> pages;
  for (const std::string& file : files)
    if (file == page || file.ends_with("/" + std::string(page)))
      pages.push_back("/" + file.substr(0, file.size() - page.size()));
  return pages;
}

void print_difference(const std::string& target, const Difference& difference) {
  fmt::print("To {}: files: {} new, {} changed, {} removed\n", target, difference.added.size(),
             difference.changed.size(), difference.removed.size());
  for (auto [what, files] :
       {std::pair("new pages", &difference.added), std::pair("changed pages", &difference.changed),
        std::pair("removed pages", &difference.removed)})
    fmt::print("{}", line_of_names(what, pages_among(*files)));
  std::fflush(stdout);
}

// Whether the author says yes on the terminal.
bool is_wanted() {
  fmt::print("Publish? [y/N] ");
  std::fflush(stdout);
  std::string answer;
  std::getline(std::cin, answer);
  return answer == "y" || answer == "Y" || answer == "yes";
}

int run(const Arguments& given) {
  ProjectOptions asked;
  asked.config = given.text("--config");
  asked.output = given.text("--output");
  Diagnostics diag;
  // A build that runs at the same time would change the site that is sent.
  const ProjectLock lock(asked, "publish", diag);
  const Project project = open_project(asked, diag);
  const bool is_built = !diag.has_errors() && !read_manifest(project.output, diag).empty();
  if (diag.has_errors()) {
    print_diagnostics(diag, DiagnosticsStyle::text);
    return 1;
  }
  if (!is_built) return fail("there is no site in " + project.output + ": kbgen build makes it");

  auto target = find_publish_target(given.text("TARGET"), project.root, project.output);
  Difference difference;
  if (std::string problem = target->compare(difference); !problem.empty()) return fail(problem);
  if (difference.is_empty()) {
    fmt::print("{} has this site already\n", target->name());
    return 0;
  }
  print_difference(target->name(), difference);
  if (!given.flag("--yes")) {
    if (!isatty(STDIN_FILENO)) return fail("there is no terminal to ask on, and no --yes");
    if (!is_wanted()) return fail("not wanted");
  }
  if (std::string problem = target->send(); !problem.empty()) {
    fmt::print(stderr, "kbgen publish: {}\n", problem);
    return 1;
  }
  fmt::print("Published.\n");
  return 0;
}

}  // namespace

extern const Command publish_command = {
    .name = "publish",
    .purpose = "send the site to a branch or a folder, here or on another machine",
    .description = "Sends the site that `kbgen build` made to where people read it.",
    .options = options,
    .footer = example,
    .run = run,
};

}  // namespace kbgen
