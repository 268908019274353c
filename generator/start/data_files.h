// Files of data from which other programs make pages: people and episodes in YAML, JSON or TOML.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "base/diagnostics.h"
#include "base/source.h"
#include "base/yaml.h"
#include "start/foreign_site.h"

namespace kbgen {

bool is_data_file(const std::string& path);

// The data in the file at a path below the folder, whose text is kept in `source`. Nothing if it
// cannot be read, which is reported, or if it is no such data: what is wrong in data of another
// program is not for us to say.
std::optional<Yaml> read_data_file(const std::string& folder, const std::string& path,
                                   std::shared_ptr<const SourceFile>& source, Diagnostics& diag);

// Makes pages of lists of episodes, such as "_data/podcasts.yml" and "episodes.json", but for
// episodes that have a page of the same title or name.
void take_data_episodes(ForeignSite& site, Diagnostics& diag);

}  // namespace kbgen
