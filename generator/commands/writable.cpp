#include "commands/writable.h"

#include <fmt/format.h>

#include "base/encoding.h"
#include "base/text.h"
#include "commands/report.h"

namespace kbgen {

std::optional<WritableProject> open_writable(const std::string& config, std::string_view command,
                                             Diagnostics& diag) {
  ProjectOptions options;
  options.config = config;
  Project project = open_project(options, diag);
  if (diag.has_errors() || !project.is_usable()) {
    print_diagnostics(diag, DiagnosticsStyle::text);
    return std::nullopt;
  }
  // A new folder in one that nobody configured would change what the other
  // files are.
  if (project.bare) {
    fmt::print(
        stderr,
        "kbgen {}: there is no config.yaml in {}; `kbgen init DIR` starts a knowledge base\n",
        command, project.root == "." ? "this folder" : project.root);
    return std::nullopt;
  }
  Diagnostics of_content;
  SourceTree sources = discover(project, of_content);
  Records records = parse(sources, project, of_content);
  return WritableProject{std::move(project), std::move(sources), std::move(records)};
}

std::string clean_text(std::string_view argument) {
  Diagnostics ignored;
  return collapse_space(decode_source("", argument, ignored).text);
}

}  // namespace kbgen
