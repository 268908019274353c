#include "suggest/sound_index.h"

#include <algorithm>

#include "suggest/sounds.h"

namespace kbgen {

namespace {

constexpr std::size_t longest_skeleton = 14;

// Short names would be near everything.
int missing_allowed(std::size_t length) { return length <= 2 ? 0 : length <= 6 ? 1 : 2; }

std::uint64_t extended(std::uint64_t hash, char c) {
  return (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
}

// Calls use(hash) for the skeleton with up to `missing` letters left out.
template <class Use>
void for_each_variant(std::string_view skeleton, std::uint64_t hash, int missing, const Use& use) {
  for (std::size_t i = 0; i < skeleton.size(); ++i) {
    // Of two equal neighbours only one need be left out.
    bool same_as_last = i > 0 && skeleton[i] == skeleton[i - 1];
    if (missing > 0 && !same_as_last)
      for_each_variant(skeleton.substr(i + 1), hash, missing - 1, use);
    hash = extended(hash, skeleton[i]);
  }
  use(hash);
}

constexpr std::uint64_t empty_hash = 14695981039346656037U;

}  // namespace

void SoundIndex::add(std::string_view sounds, std::uint32_t name) {
  std::string skeleton = skeleton_of(sounds);
  if (skeleton.size() < 2 || skeleton.size() > longest_skeleton) return;
  for_each_variant(skeleton, empty_hash, missing_allowed(skeleton.size()), [&](std::uint64_t hash) {
    std::vector<std::uint32_t>& names = names_[hash];
    if (names.empty() || names.back() != name) names.push_back(name);
    filter_[hash % filter_bits / 64] |= std::uint64_t{1} << (hash % 64);
  });
}

std::vector<std::uint32_t> SoundIndex::near(std::string_view sounds) const {
  std::vector<std::uint32_t> near;
  std::string skeleton = skeleton_of(sounds);
  if (skeleton.size() < 2 || skeleton.size() > longest_skeleton + 2) return near;
  for_each_variant(skeleton, empty_hash, missing_allowed(skeleton.size()), [&](std::uint64_t hash) {
    if (!(filter_[hash % filter_bits / 64] >> (hash % 64) & 1)) return;
    if (auto found = names_.find(hash); found != names_.end())
      near.insert(near.end(), found->second.begin(), found->second.end());
  });
  std::ranges::sort(near);
  near.erase(std::ranges::unique(near).begin(), near.end());
  return near;
}

}  // namespace kbgen
