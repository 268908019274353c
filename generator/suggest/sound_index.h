// Names by how they sound: finds those near a span of words without looking at
// the others.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace kbgen {

// Skeletons (suggest/sounds.h) are near when one sound is missing, added or
// another; in long ones two may be missing on either side.
class SoundIndex {
 public:
  void add(std::string_view skeleton, std::uint32_t name);

  // Ascending, each once; they sound alike by consonants, the rest is to be
  // compared.
  void find_near(std::string_view skeleton, std::vector<std::uint32_t>& names) const;

 private:
  // In 128 kB: most spans of a text are turned away without a look at the table.
  static constexpr std::uint32_t filter_bits = 1 << 20;

  void keep(std::uint64_t hash, std::uint32_t name);
  void look_up(std::uint64_t hash, std::vector<std::uint32_t>& names) const;

  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> names_;
  std::vector<std::uint64_t> filter_ = std::vector<std::uint64_t>(filter_bits / 64);
};

}  // namespace kbgen
