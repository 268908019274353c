// What became of keys of front matter that this program does not know by their names.
#pragma once

#include <cstddef>
#include <map>
#include <string>

#include "base/source.h"

namespace kbgen {

enum class KeyFate { unknown, used, passed_over };

// One key of one file.
struct KeyNote {
  KeyFate fate = KeyFate::unknown;
  std::string key;   // as it is written
  std::string said;  // used: the key of ours that it became; unknown: help for the message
  Span span;
};

// Of a folder that nobody configured: which keys were read as what, and which were passed over,
// each with the number of files that have it.
struct KeyCounts {
  std::map<std::string, std::size_t> used, passed_over;
};

// The counts as one paragraph; empty if there are none.
std::string describe(const KeyCounts& counts);

}  // namespace kbgen
