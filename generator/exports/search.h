// What the files of search have in common: how an index is put into shards, how
// episodes are numbered, and the parts that make the manifest.
// ../lunr/README.md describes the files.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/json_writer.h"
#include "exports/exports.h"
#include "lunr/lunr.h"

namespace kbgen {

// One member of search/manifest.json, and the files that it names.
struct SearchPart {
  std::string manifest;  // JSON
  std::vector<OutputFile> files;
  std::vector<std::string> terms;  // sorted; of an index
};

SearchPart write_page_index(const Publication& publication, Diagnostics& diag);
// Empty where the config says that transcripts are not searched.
SearchPart write_moment_index(const Publication& publication, Diagnostics& diag);
// The terms of both indexes, for words with typing errors.
SearchPart write_spelling(std::vector<std::string> terms, const Staging& staging,
                          Diagnostics& diag);
// Which episodes belong to a year, a show, a person or a topic.
SearchPart write_facets(const Publication& publication, Diagnostics& diag);

// An index as documents, vocabulary and shards below search/<folder>/, in one
// shard if it is small. Adds to `manifest`, in a map, what finds them.
SearchPart write_shards(lunr::Builder builder, std::string_view folder, std::size_t shard_size,
                        JsonWriter& manifest, const Staging& staging, Diagnostics& diag);

// What both indexes have in common: the site's language, names and pairs.
lunr::Settings search_settings(const Config& config, std::vector<lunr::Field> fields);

// Adds search/<folder>/<digest>.json to the part and returns the digest.
std::string add_search_file(SearchPart& part, std::string_view folder, std::string_view bytes,
                            const Staging& staging, Diagnostics& diag);

// As messages about clashes name who made a file.
inline constexpr std::string_view search_origin = "search";

// Oldest first, so that a new episode leaves the numbers of others alone, and
// with them the files that it has no words in.
std::vector<EpisodeId> numbered_episodes(const Site& site);

}  // namespace kbgen
