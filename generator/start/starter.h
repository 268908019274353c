// What `kbgen init` makes: the files below start/starter/, each an example of
// its kind.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "base/time.h"
#include "start/new_files.h"

namespace kbgen {

// How much of it: config.yaml, README.md and the workflows, or the samples of
// content, too.
enum class Starter { bare, with_samples };

// `folder`: where the program keeps them. By path; empty if there are none.
// Names that begin with "dot-" get their dot, "@TITLE@" and "@DATE@" what they
// stand for.
std::vector<NewFile> starter_files(const std::string& folder, Starter how_much,
                                   std::string_view title, const Date& date, Diagnostics& diag);

}  // namespace kbgen
