// What the exports of search have in common: how an index is split into shards, how episodes are
// numbered, and the parts of the manifest. generator/lunr/README.md describes the files.
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
  std::string manifest;  // the member's value as JSON; empty: the manifest has no such member
  std::vector<OutputFile> files;
  std::vector<std::string> terms;  // of an index, sorted
};

// The index of everything with a page of its own, and of chapters.
SearchPart write_page_index(const Publication& publication, Diagnostics& diag);
// The index of moments. Empty if config.yaml says that transcripts are not searched.
SearchPart write_moment_index(const Publication& publication, Diagnostics& diag);
// The terms of both indexes, by which words with typing errors are corrected.
SearchPart write_spelling(std::vector<std::string> terms, const Staging& staging,
                          Diagnostics& diag);
// Year, show, people and topics of each episode, by which results are filtered.
SearchPart write_facets(const Publication& publication, Diagnostics& diag);

// Writes an index as documents, vocabulary and packs of shards below search/<folder>/. A shard has
// about `shard_size` bytes of JSON; a small index has only one. Adds members to `manifest`, inside
// a map, by which a browser finds these files.
SearchPart write_shards(lunr::Builder builder, std::string_view folder, std::size_t shard_size,
                        JsonWriter& manifest, const Staging& staging, Diagnostics& diag);

// The settings that both indexes share: the site's language, and which features are on.
lunr::Settings search_settings(const Config& config, std::vector<lunr::Field> fields);

// Adds search/<folder>/<digest><ending> to the part and returns the digest. Files with the same
// bytes are one file.
std::string add_search_file(SearchPart& part, std::string_view folder, std::string_view ending,
                            std::string_view bytes, const Staging& staging, Diagnostics& diag);

// Who made a file of search, in messages about clashes.
inline constexpr std::string_view search_origin = "search";

// Writes the member `translations` into the map of an index, if there are any: the number of each
// and that of its original, so that browsers count what both say once.
void write_translations(const Site& site, JsonWriter& manifest);

// All episodes, oldest first: the index numbers them in this order. So a new episode does not
// change the numbers of the others, and files that have none of its words stay the same.
std::vector<EpisodeId> numbered_episodes(const Site& site);

}  // namespace kbgen
