// Opens a project for commands that write content files.
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
  ProjectLock lock;  // held as long as this lives
  Project project;
  SourceTree sources;  // the records point into it
  Records records;
};

// Locks the project of `config` and reads its content. Nothing, and the reason is printed, if
// config.yaml is missing or wrong, or if a file cannot be read. Other mistakes in the content are
// not reported: `kbgen check` does that. `command` is the name that messages begin with.
std::optional<WritableProject> open_writable(const std::string& config, std::string_view command,
                                             Diagnostics& diag);

// A text from the command line as a content file may hold it: valid UTF-8, on one line, without
// control characters.
std::string clean_text(std::string_view argument);

}  // namespace kbgen
