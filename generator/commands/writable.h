// A project for commands that write content files.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "commands/project_lock.h"
#include "content/discover.h"
#include "content/parse.h"
#include "content/project.h"

namespace kbgen {

struct WritableProject {
  ProjectLock lock;
  Project project;
  SourceTree sources;  // the records point into it
  Records records;
};

// Nothing, and the reason is printed, where config.yaml is missing or wrong, or
// where something cannot be read. What else is wrong with the content is for `kbgen
// check`.
std::optional<WritableProject> open_writable(const std::string& config, std::string_view command,
                                             Diagnostics& diag);

// What the command line gave, as text that a file may hold: UTF-8, in one line.
std::string clean_text(std::string_view argument);

}  // namespace kbgen
