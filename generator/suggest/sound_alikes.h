// Finds words of transcripts that sound like a known name.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "model/site.h"
#include "suggest/archive.h"
#include "suggest/known_names.h"

namespace kbgen {

// Words that were heard instead of a name. Words that both have in common are not compared: in
// "Chip Heughan" only the last name was misheard.
struct SoundAlike {
  std::vector<std::uint32_t> words;  // one to three, as indexes into Archive::words
  std::uint32_t name = 0;            // index into the names
  std::uint32_t shared_before = 0;   // words at the beginning that are the name's own
  std::uint32_t shared_behind = 0;   // the same at the end
  double likeness = 0;               // 1: what is compared sounds the same
  double weight = 0;                 // weight_of() what is compared of the name
  bool same_letters = false;         // the same but for spaces: "paper mill" for "Papermill"

  struct Occurrence {
    EpisodeId episode;
    std::uint32_t first = 0;  // index into ArchiveEpisode::words
  };
  std::vector<Occurrence> occurrences;  // in the order of episodes
};

// Occurrences do not overlap: of several names and of overlapping words the best pair is kept.
std::vector<SoundAlike> find_sound_alikes(const Site& site, const Archive& archive,
                                          const std::vector<KnownName>& names, Diagnostics& diag);

}  // namespace kbgen
