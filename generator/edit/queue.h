// Everything doubtful in an archive as one list, so that somebody can decide one after another.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "model/knowledge.h"
#include "suggest/suggestion.h"

namespace kbgen {

// One decision: something that kbgen proposes and can write by itself, or a place in a transcript
// that somebody has to look at.
struct Doubt {
  std::string name;      // as declined.txt has it
  std::string kind;      // error, name, topic, link, or the code of a report
  std::string what;      // "Storkel", or what is reported
  std::string proposal;  // what accepting it writes; empty: nothing can be written
  std::string reason;
  std::string sentence;                // in which it stands
  std::uint32_t count = 1, pages = 1;  // how often it occurs, in how many pages
  std::string page, fragment;          // where it is heard, or read; may be empty
  std::optional<std::int64_t> second;  // in the recording
  std::optional<Suggestion> suggestion;

  std::uint32_t worth() const { return count * pages; }
};

struct Doubts {
  std::size_t count = 0;     // of all
  std::vector<Doubt> first;  // at most as many as were asked for
};

// The doubts that nobody has declined, most worth first: how often something occurs, times the
// pages that it touches; of equal ones those first that kbgen can write by itself.
Doubts queue_of(const Knowledge& known, std::size_t most, Diagnostics& diag);

}  // namespace kbgen
