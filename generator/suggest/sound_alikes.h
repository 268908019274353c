// Words of transcripts that sound like a known name.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "model/site.h"
#include "suggest/archive.h"
#include "suggest/known_names.h"

namespace kbgen {

// What is heard instead of a name. Words that both share do not count: in
// "Chip Heughan" only the last name was misheard.
struct SoundAlike {
  std::vector<std::uint32_t> words;  // of the archive: one to three
  std::uint32_t name = 0;            // index into the names
  std::uint32_t shared_before = 0;   // words at the beginning that are the name's own
  std::uint32_t shared_behind = 0;
  double likeness = 0;        // 1: sounds the same
  double weight = 0;          // how much there was to hear
  bool same_letters = false;  // but for spaces: "paper mill"

  struct Occurrence {
    EpisodeId episode;
    std::uint32_t first = 0;  // index into its words
  };
  std::vector<Occurrence> occurrences;  // in the order of episodes
};

// No two overlap.
std::vector<SoundAlike> find_sound_alikes(const Site& site, const Archive& archive,
                                          const std::vector<KnownName>& names, Diagnostics& diag);

}  // namespace kbgen
