// The files that `kbgen init` writes. They lie below start/starter/.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "base/time.h"
#include "start/new_files.h"

namespace kbgen {

// Which files are wanted: `bare` is config.yaml, README.md and the workflows, `with_samples` also
// an example of every kind of content.
enum class Starter { bare, with_samples };

// Reads the files from `folder`, where the program keeps them, sorted by path. In names "dot-"
// becomes a dot, and in texts @TITLE@, @DATE@ and @ACTION@ are replaced. Empty if there are none; a
// file that cannot be read is reported as `unreadable-file`.
std::vector<NewFile> starter_files(const std::string& folder, Starter how_much,
                                   std::string_view title, const Date& date, Diagnostics& diag);

}  // namespace kbgen
