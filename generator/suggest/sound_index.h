// An index of names by how they sound, by which those near a span of words are found without
// looking at the others.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kbgen {

// Two skeletons (suggest/sounds.h) are near when one of their sounds is missing, added or
// different; in long ones two sounds may be missing on either side.
class SoundIndex {
 public:
  // `skeletons[i]` is that of name i.
  explicit SoundIndex(const std::vector<std::string>& skeletons);

  // Sets `names` to the numbers of near names, ascending, each once. They are alike in their
  // consonants only; comparing the rest is left to the caller.
  void find_near(std::string_view skeleton, std::vector<std::uint32_t>& names) const;

 private:
  struct Entry {
    std::uint64_t hash = 0;
    std::uint32_t name = 0;
    auto operator<=>(const Entry&) const = default;
  };

  void add(std::string_view skeleton, std::uint32_t name);
  void look_up(std::uint64_t hash, std::vector<std::uint32_t>& names) const;

  // Sorted. `starts_` has the first entry for each beginning of a hash, so that a look-up reads
  // few entries, and `filter_` turns most look-ups away without reading any.
  std::vector<Entry> entries_;
  std::vector<std::uint32_t> starts_;
  std::vector<std::uint64_t> filter_;
  int start_bits_ = 0;
  std::uint64_t filter_mask_ = 0;
};

}  // namespace kbgen
