// An index of names by how they sound, by which those near a span of words are found without
// looking at the others.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace kbgen {

// Two skeletons (suggest/sounds.h) are near when one of their sounds is missing, added or
// different; in long ones two sounds may be missing on either side.
class SoundIndex {
 public:
  void add(std::string_view skeleton, std::uint32_t name);

  // Sets `names` to the numbers of near names, ascending, each once. They are alike in their
  // consonants only; comparing the rest is left to the caller.
  void find_near(std::string_view skeleton, std::vector<std::uint32_t>& names) const;

 private:
  // A filter of 128 kB turns most spans of a text away without a look at the table.
  static constexpr std::uint32_t filter_bits = 1 << 20;

  void keep(std::uint64_t hash, std::uint32_t name);
  void look_up(std::uint64_t hash, std::vector<std::uint32_t>& names) const;

  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> names_;
  std::vector<std::uint64_t> filter_ = std::vector<std::uint64_t>(filter_bits / 64);
};

}  // namespace kbgen
