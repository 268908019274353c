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
  std::uint32_t size() const { return static_cast<std::uint32_t>(ends_.size()); }

  std::string_view operator[](std::uint32_t id) const {
    std::size_t begin = id == 0 ? 0 : ends_[id - 1];
    return std::string_view(text_).substr(begin, ends_[id] - begin);
  }

  // Its id; size() for a new one, which grows by it.
  std::uint32_t intern(std::string_view word) {
    if (ends_.size() * 2 >= slots_.size()) grow();
    std::uint32_t hash = hash_of(word);
    std::size_t mask = slots_.size() - 1;
    std::size_t at = hash & mask;
    for (; slots_[at].id != unused; at = (at + 1) & mask)
      if (slots_[at].hash == hash && (*this)[slots_[at].id] == word) return slots_[at].id;
    slots_[at] = {hash, size()};
    text_ += word;
    ends_.push_back(text_.size());
    return slots_[at].id;
  }

 private:
  static constexpr std::uint32_t unused = UINT32_MAX;

  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t id = unused;
  };

  // Eight bytes at a time, the last of them overlapping what came before.
  // Differs between machines, but ids do not depend on it.
  static std::uint32_t hash_of(std::string_view word) {
    std::uint64_t hash = word.size();
    auto mix = [&](std::uint64_t bytes) {
      hash = (hash ^ bytes) * 0x9E3779B97F4A7C15u;
      hash ^= hash >> 32;
    };
    const char* at = word.data();
    const char* end = at + word.size();
    if (word.size() >= 8) {
      for (; end - at > 8; at += 8) mix(load<std::uint64_t>(at));
      mix(load<std::uint64_t>(end - 8));
    } else if (word.size() >= 4) {
      mix(std::uint64_t{load<std::uint32_t>(at)} << 32 | load<std::uint32_t>(end - 4));
    } else if (!word.empty()) {
      mix(std::uint64_t{load<std::uint8_t>(at)} << 16 |
          load<std::uint8_t>(at + word.size() / 2) << 8 | load<std::uint8_t>(end - 1));
    }
    return static_cast<std::uint32_t>(hash);
  }

  template <class Number>
  static Number load(const char* bytes) {
    Number number;
    std::memcpy(&number, bytes, sizeof number);
    return number;
  }

  void grow() {
    std::vector<Slot> old(slots_.empty() ? 16 : slots_.size() * 2);
    old.swap(slots_);
    std::size_t mask = slots_.size() - 1;
    for (const Slot& slot : old) {
      if (slot.id == unused) continue;
      std::size_t at = slot.hash & mask;
      while (slots_[at].id != unused) at = (at + 1) & mask;
      slots_[at] = slot;
    }
  }

  std::string text_;
  std::vector<std::size_t> ends_;
  std::vector<Slot> slots_;  // a power of two, at most half in use
};

}  // namespace kbgen::lunr
