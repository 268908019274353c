// Which keys of other programs' front matter say what keys of ours say.
#pragma once

#include <span>
#include <string_view>

#include "base/yaml.h"
#include "content/kinds.h"
#include "content/record_source.h"

namespace kbgen {

// How one key is read. Of two keys for one of ours the row that comes first counts, unless it
// `adds`. Keys are compared without capitals, '_', '-' and spaces.
struct ForeignKey {
  std::string_view foreign, ours;
  Yaml (*convert)(const Yaml&, const RecordSource&);  // null if it cannot make our value
  bool adds = false;
};

// The rows for content files of one kind, in the order in which they count.
std::span<const ForeignKey> foreign_keys_of(ContentKind kind);

}  // namespace kbgen
