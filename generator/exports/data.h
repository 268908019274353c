// The files below data/: what the site knows, for programs. Ids are the paths
// of pages and fragments the ids on them, so that they last as long.
#pragma once

#include "base/json.h"
#include "exports/exports.h"

namespace kbgen {

// One file, and how many things it lists.
struct DataFile {
  OutputFile file;
  std::size_t rows = 0;
};

DataFile write_entities(const Publication& publication, Diagnostics& diag);
// mentions.ndjson, mentions-2.ndjson …: none so large that GitHub refuses it.
std::vector<DataFile> write_mentions(const Publication& publication, Diagnostics& diag);
DataFile write_graph(const Publication& publication, Diagnostics& diag);

Json paths_of(const Site& site, const auto& ids) {
  Json::List paths;
  for (auto id : ids) paths.emplace_back(path_of(site, id));
  return paths;
}

// In seconds, as fragments tell them.
inline Json seconds_of(const std::optional<Timecode>& time) {
  return time ? Json(static_cast<double>(time->ms) / 1000) : Json();
}

}  // namespace kbgen
