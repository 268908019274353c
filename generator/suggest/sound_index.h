// Names by how they sound: finds those near a span of words without looking at
// the others.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace kbgen {

// Keeps every name's skeleton and what is left of it when a sound or two are
// missing. Two skeletons are near when they share one of those.
class SoundIndex {
 public:
  void add(std::string_view sounds, std::uint32_t name);

  // Ascending, each once; they sound alike by consonants, the rest is to be
  // compared.
  std::vector<std::uint32_t> near(std::string_view sounds) const;

 private:
  static constexpr std::uint32_t filter_bits = 1 << 20;

  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> names_;
  std::vector<std::uint64_t> filter_ = std::vector<std::uint64_t>(filter_bits / 64);
};

}  // namespace kbgen
