// The files below data/: what the site knows, for programs. Ids in them are paths of pages, and
// fragments are ids on these pages, so both last as long as the addresses do.
#pragma once

#include "base/json_writer.h"
#include "exports/exports.h"

namespace kbgen {

// A file, and the number of entities, mentions or edges in it.
struct DataFile {
  OutputFile file;
  std::size_t rows = 0;
};

DataFile write_entities(const Publication& publication, Diagnostics& diag);
// mentions.ndjson.gz and, for large sites, mentions-2.ndjson.gz and so on: none has more than 40 MB
// when it is decompressed.
std::vector<DataFile> write_mentions(const Publication& publication, Diagnostics& diag);
DataFile write_graph(const Publication& publication, Diagnostics& diag);

// Writes a time as seconds with decimals; null if there is none.
inline void write_seconds(JsonWriter& out, const std::optional<Timecode>& time) {
  time ? out.number(static_cast<double>(time->ms) / 1000) : out.null();
}

}  // namespace kbgen
