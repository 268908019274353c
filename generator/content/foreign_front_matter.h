// Front matter that was written for another program, in a folder that nobody configured.
#pragma once

#include <string_view>
#include <vector>

#include "base/yaml.h"
#include "content/record_source.h"

namespace kbgen {

// The front matter in our keys, as far as it says what they can say: `description` becomes
// `summary`, and a key that has our name and another meaning is left out. The result can be read
// without any report. Notes what became of each key in `source.notes`.
Yaml adopt_front_matter(const Yaml& written, const RecordSource& source);

// The keys that may say what the key `ours` says, with their values, in the order in which they
// count.
std::vector<YamlMember> values_read_as(std::string_view ours, const Yaml& foreign,
                                       ContentKind kind);

// Counts what became of a key that was used or passed over.
void count_key(const KeyNote& note, KeyCounts& counts);

// Makes people and topics of the words by which adopted front matter names them, and tells apart
// records that ask for one slug.
void add_named_records(Records& records);

}  // namespace kbgen
