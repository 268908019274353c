#include "suggest/sound_index.h"

#include <algorithm>
#include <bit>
#include <numeric>

namespace kbgen {

namespace {

constexpr std::size_t shortest_skeleton = 2, longest_skeleton = 14;
constexpr std::size_t longest_short = 6;  // in longer skeletons two sounds may be missing

// Tags of hashes: how the skeleton of a name was changed before it was hashed. A look-up hashes
// what was heard with the tag of those names that it may meet.
constexpr std::uint64_t whole = 1, one_missing = 2, one_unknown = 3, some_missing = 4;

std::uint64_t start_of(std::uint64_t tag) { return 14695981039346656037U * tag; }

std::uint64_t extended(std::uint64_t hash, char c) {
  hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
  return hash ^ hash >> 29;
}

std::uint64_t hash_of(std::uint64_t tag, std::string_view skeleton) {
  std::uint64_t hash = start_of(tag);
  for (char c : skeleton) hash = extended(hash, c);
  return hash;
}

// Hashes a skeleton without the letter at `at`, or with `instead` in its place.
std::uint64_t hash_of_changed(std::uint64_t tag, std::string_view skeleton, std::size_t at,
                              char instead) {
  std::uint64_t hash = start_of(tag);
  for (std::size_t i = 0; i < skeleton.size(); ++i)
    if (i != at)
      hash = extended(hash, skeleton[i]);
    else if (instead)
      hash = extended(hash, instead);
  return hash;
}

// Returns what stands for the letter at `at` and all others that it may be taken for: those of its
// family of sounds in very short skeletons, any letter in longer ones.
char stand_in(std::string_view skeleton, std::size_t at) {
  if (skeleton.size() > 4) return '?';
  char c = skeleton[at];
  if (c == 'P' || c == 'T' || c == 'K') return '1';
  return c == 'F' || c == 'S' ? '2' : '3';
}

// Whether the letter is the same as the one before it: leaving out either gives the same skeleton.
bool is_repeated(std::string_view skeleton, std::size_t at) {
  return at > 0 && skeleton[at] == skeleton[at - 1];
}

// Calls use(hash) for the skeleton with up to `missing` letters left out.
template <class Use>
void for_each_shortened(std::string_view skeleton, std::uint64_t hash, int missing,
                        const Use& use) {
  for (std::size_t i = 0; i < skeleton.size(); ++i) {
    if (missing > 0 && !is_repeated(skeleton, i))
      for_each_shortened(skeleton.substr(i + 1), hash, missing - 1, use);
    hash = extended(hash, skeleton[i]);
  }
  use(hash);
}

}  // namespace

SoundIndex::SoundIndex(const std::vector<std::string>& skeletons) {
  for (std::uint32_t name = 0; name < skeletons.size(); ++name) add(skeletons[name], name);
  std::ranges::sort(entries_);
  entries_.erase(std::unique(entries_.begin(), entries_.end()), entries_.end());
  start_bits_ = std::max(1, static_cast<int>(std::bit_width(entries_.size())));
  starts_.assign((std::size_t{1} << start_bits_) + 1, 0);
  // Sixteen bits an entry, so that one look-up in some sixteen passes for nothing.
  std::size_t filter_bits = std::bit_ceil(std::max<std::size_t>(64, 16 * entries_.size()));
  filter_.assign(filter_bits / 64, 0);
  filter_mask_ = filter_bits - 1;
  for (const Entry& entry : entries_) {
    ++starts_[(entry.hash >> (64 - start_bits_)) + 1];
    std::uint64_t bit = entry.hash & filter_mask_;
    filter_[bit / 64] |= std::uint64_t{1} << (bit % 64);
  }
  std::partial_sum(starts_.begin(), starts_.end(), starts_.begin());
}

void SoundIndex::look_up(std::uint64_t hash, std::vector<std::uint32_t>& names) const {
  std::uint64_t bit = hash & filter_mask_;
  if (!(filter_[bit / 64] >> (bit % 64) & 1)) return;
  std::uint64_t begin = hash >> (64 - start_bits_);
  for (std::uint32_t i = starts_[begin]; i < starts_[begin + 1]; ++i)
    if (entries_[i].hash == hash) names.push_back(entries_[i].name);
}

void SoundIndex::add(std::string_view skeleton, std::uint32_t name) {
  if (skeleton.size() < shortest_skeleton || skeleton.size() > longest_skeleton) return;
  auto keep = [&](std::uint64_t hash) { entries_.push_back({hash, name}); };
  if (skeleton.size() >= longest_short)
    for_each_shortened(skeleton, start_of(some_missing), 2, keep);
  if (skeleton.size() > longest_short + 1) return;
  keep(hash_of(whole, skeleton));
  for (std::size_t i = 0; i < skeleton.size() && skeleton.size() > 2; ++i) {
    keep(hash_of_changed(one_unknown, skeleton, i, stand_in(skeleton, i)));
    if (!is_repeated(skeleton, i)) keep(hash_of_changed(one_missing, skeleton, i, 0));
  }
}

void SoundIndex::find_near(std::string_view skeleton, std::vector<std::uint32_t>& names) const {
  names.clear();
  if (skeleton.size() < shortest_skeleton || skeleton.size() > longest_skeleton + 2) return;
  if (skeleton.size() > longest_short) {
    for_each_shortened(skeleton, start_of(some_missing), 2,
                       [&](std::uint64_t hash) { look_up(hash, names); });
  } else {
    look_up(hash_of(whole, skeleton), names);
    look_up(hash_of(one_missing, skeleton), names);
    for (std::size_t i = 0; i < skeleton.size() && skeleton.size() > 2; ++i) {
      look_up(hash_of_changed(one_unknown, skeleton, i, stand_in(skeleton, i)), names);
      if (!is_repeated(skeleton, i)) look_up(hash_of_changed(whole, skeleton, i, 0), names);
    }
  }
  std::ranges::sort(names);
  names.erase(std::unique(names.begin(), names.end()), names.end());
}

}  // namespace kbgen
