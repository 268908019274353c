// The files below data/: what the site knows, for programs. Ids are the paths
// of pages and fragments the ids on them, so that they last as long.
#pragma once

#include "base/json_writer.h"
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

// In seconds, as fragments tell them; null if there is no time.
inline void write_seconds(JsonWriter& out, const std::optional<Timecode>& time) {
  time ? out.number(static_cast<double>(time->ms) / 1000) : out.null();
}

}  // namespace kbgen
