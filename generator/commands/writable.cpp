#include "commands/writable.h"

#include <fmt/format.h>

#include "base/encoding.h"
#include "base/text.h"
#include "commands/report.h"

namespace kbgen {

// Prints which content files cannot be read, and tells whether there are any. Numbers, slugs and
// names of new files depend on all files, so a command must not go on without some of them.
static bool report_unreadable(const Diagnostics& of_content) {
  Diagnostics unreadable;
  for (const Diagnostic& found : of_content.all())
    if (found.code == "unreadable-file")
      unreadable.error(found.code, found.where.path, found.message, found.help);
  print_diagnostics(unreadable, DiagnosticsStyle::text);
  return unreadable.has_errors();
}

std::optional<WritableProject> open_writable(const std::string& config, std::string_view command,
                                             Diagnostics& diag) {
  ProjectOptions options;
  options.config = config;
  ProjectLock lock(options, command, diag);
  Project project = open_project(options, diag);
  if (diag.has_errors() || !project.is_usable()) {
    print_diagnostics(diag, DiagnosticsStyle::text);
    return std::nullopt;
  }
  // In a folder without config.yaml every transcript is an episode. The content folder that a
  // command would make there would change how the other files are read.
  if (project.bare) {
    fmt::print(
        stderr,
        "kbgen {}: there is no config.yaml in {}; `kbgen init DIR` starts a knowledge base\n",
        command, project.root == "." ? "this folder" : project.root);
    return std::nullopt;
  }
  Diagnostics of_content;
  SourceMemo read(Memory::none);
  SourceTree sources = discover(project, read, of_content);
  ParseMemo parsed(Memory::none);
  Records records = parse(sources, project, parsed, of_content);
  if (report_unreadable(of_content)) return std::nullopt;
  return WritableProject{std::move(lock), std::move(project), std::move(sources),
                         std::move(records)};
}

std::string clean_text(std::string_view argument) {
  Diagnostics ignored;
  return collapse_space(decode_source("", argument, ignored).text);
}

}  // namespace kbgen
