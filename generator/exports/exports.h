// Files that no template makes: feeds, the search index, downloads and so on. Each family of files
// is a source file in this folder with one function, which is a row of exports().
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "publish/outputs.h"
#include "theme/publication.h"

namespace kbgen {

// Adds its files to the staging folder of `publication` and returns them.
using MakeFiles = std::vector<OutputFile>(const Publication& publication, Diagnostics& diag);

struct Export {
  std::string_view name;  // for --timings and for messages about clashes of files
  MakeFiles* make;
};

std::span<const Export> exports();

// Makes the files of all exports, one export after another. If the work is stopped, the result has
// only the files that were made by then.
std::vector<OutputFile> export_all(const Publication& publication, Diagnostics& diag);

// Makes a page at the path of each page that was published and removed on purpose
// (`publication.removed`). `styles` are the paths of style sheets that it should link to.
std::vector<OutputFile> write_removed_pages(const Publication& publication,
                                            const std::vector<std::string>& styles,
                                            Diagnostics& diag);

}  // namespace kbgen
