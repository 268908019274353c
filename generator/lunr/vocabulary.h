// Strings to small numbers, in the order in which they were first seen.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace kbgen::lunr {

// Open addressing over ids; the strings lie behind one another.
class Vocabulary {
 public:
  std::uint32_t size() const { return static_cast<std::uint32_t>(hashes_.size()); }

  std::string_view operator[](std::uint32_t id) const {
    std::size_t begin = id == 0 ? 0 : ends_[id - 1];
    return std::string_view(text_).substr(begin, ends_[id] - begin);
  }

  // Its id; size() for a new one, which grows by it.
  std::uint32_t intern(std::string_view word) {
    if (hashes_.size() * 2 >= slots_.size()) grow();
    std::uint32_t hash = hash_of(word);
    std::size_t slot = find_slot(hash, word);
    if (slots_[slot] != unused) return slots_[slot];
    std::uint32_t id = slots_[slot] = size();
    hashes_.push_back(hash);
    text_ += word;
    ends_.push_back(text_.size());
    return id;
  }

 private:
  static constexpr std::uint32_t unused = UINT32_MAX;

  // Eight bytes at a time, multiplied and folded; the same on every machine
  // as far as anything can be seen of it, for ids do not depend on it.
  static std::uint32_t hash_of(std::string_view word) {
    std::uint64_t hash = word.size();
    auto mix = [&](std::uint64_t bytes) {
      hash = (hash ^ bytes) * 0x9E3779B97F4A7C15u;
      hash ^= hash >> 32;
    };
    while (word.size() >= 8) {
      std::uint64_t bytes;
      std::memcpy(&bytes, word.data(), 8);
      mix(bytes);
      word.remove_prefix(8);
    }
    std::uint64_t rest = 0;
    for (char c : word) rest = rest << 8 | static_cast<unsigned char>(c);
    mix(rest);
    return static_cast<std::uint32_t>(hash);
  }

  std::size_t find_slot(std::uint32_t hash, std::string_view word) const {
    std::size_t mask = slots_.size() - 1;
    std::size_t slot = hash & mask;
    while (slots_[slot] != unused &&
           (hashes_[slots_[slot]] != hash || (*this)[slots_[slot]] != word))
      slot = (slot + 1) & mask;
    return slot;
  }

  void grow() {
    std::size_t size = slots_.empty() ? 16 : slots_.size() * 2;
    slots_.assign(size, unused);
    for (std::uint32_t id = 0; id < hashes_.size(); ++id) {
      std::size_t slot = hashes_[id] & (size - 1);
      while (slots_[slot] != unused) slot = (slot + 1) & (size - 1);
      slots_[slot] = id;
    }
  }

  std::string text_;
  std::vector<std::size_t> ends_;
  std::vector<std::uint32_t> hashes_;
  std::vector<std::uint32_t> slots_;  // a power of two, at most half in use
};

}  // namespace kbgen::lunr
