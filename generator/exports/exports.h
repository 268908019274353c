// Files that no template makes: one family a file, one row each.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "publish/outputs.h"
#include "theme/publication.h"

namespace kbgen {

using MakeFiles = std::vector<OutputFile>(const Publication& publication, Diagnostics& diag);

struct Export {
  std::string_view name;  // as --timings and messages about clashes say it
  MakeFiles* make;
};

std::span<const Export> exports();

// All of them. Of work that is stopped, those that were made by then.
std::vector<OutputFile> export_all(const Publication& publication, Diagnostics& diag);

// Pages in place of those that were published and are gone on purpose, at their paths. `styles` are
// the paths of the style sheets that the pages of this site link to.
std::vector<OutputFile> write_removed_pages(const Publication& publication,
                                            const std::vector<std::string>& styles,
                                            Diagnostics& diag);

}  // namespace kbgen
