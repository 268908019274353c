// The files that `kbgen init` writes. They lie below start/starter/.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "base/time.h"
#include "start/new_files.h"

namespace kbgen {

// Which files are wanted: `bare` is config.yaml, README.md and what the host reads, `with_samples`
// also an example of every kind of content.
enum class Starter { bare, with_samples };

struct StarterOptions {
  Starter how_much = Starter::with_samples;
  std::string host = "github";  // one of starter_hosts(): who builds and shows the site
  std::string title;
  Date date;
};

// The hosts for which there are files, by name, sorted: each has a folder "host-NAME" in `folder`.
// Reports `unreadable-file`.
std::vector<std::string> starter_hosts(const std::string& folder, Diagnostics& diag);

// Reads the files from `folder`, where the program keeps them, sorted by path. What lies in
// "host-NAME/" is for that host alone, what lies in "hosts-others/" for every host but GitHub, for
// which kbgen has an action; PUBLISH.md of a host becomes a part of README.md. In names "dot-"
// becomes a dot, and in texts @TITLE@, @DATE@, @ACTION@, @RELEASES@ and @VERSION@ are replaced.
// Empty if there are none; a file that cannot be read is reported as `unreadable-file`.
std::vector<NewFile> starter_files(const std::string& folder, const StarterOptions& options,
                                   Diagnostics& diag);

}  // namespace kbgen
