// Numbers strings from 0 on, in the order in which they are first seen.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace kbgen::lunr {

// A hash table of ids with open addressing. The strings lie one behind the other in one text, so a
// view of one is valid until the next intern().
class Vocabulary {
 public:
  std::uint32_t size() const { return static_cast<std::uint32_t>(ends_.size()); }

  std::string_view operator[](std::uint32_t id) const {
    std::size_t begin = id == 0 ? 0 : ends_[id - 1];
    return std::string_view(text_).substr(begin, ends_[id] - begin);
  }

  // Returns the id of a word. A new word is added and gets the next id.
  std::uint32_t intern(std::string_view word) {
    if (ends_.size() * 2 >= slots_.size()) grow();
    Slot wanted = {key_of(word), static_cast<std::uint32_t>(word.size()), size()};
    std::size_t at = place_of(wanted);
    for (; slots_[at].id != unused; at = (at + 1) & (slots_.size() - 1))
      if (is_same(slots_[at], wanted, word)) return slots_[at].id;
    slots_[at] = wanted;
    text_ += word;
    ends_.push_back(text_.size());
    return wanted.id;
  }

 private:
  static constexpr std::uint32_t unused = UINT32_MAX;
  static constexpr std::size_t short_word = 8;

  struct Slot {
    std::uint64_t key = 0;
    std::uint32_t length = 0;
    std::uint32_t id = unused;
  };

  template <class Number>
  static std::uint64_t load(const char* bytes) {
    Number number;
    std::memcpy(&number, bytes, sizeof number);
    return number;
  }

  static std::uint64_t mix(std::uint64_t bits) {
    bits *= 0x9E3779B97F4A7C15u;
    return bits ^ bits >> 32;
  }

  // Returns all bytes of a short word, some of them twice, or a hash of a longer one.
  static std::uint64_t key_of(std::string_view word) {
    const char* at = word.data();
    const char* end = at + word.size();
    if (word.empty()) return 0;
    if (word.size() < 4)
      return load<std::uint8_t>(at) << 16 | load<std::uint8_t>(at + word.size() / 2) << 8 |
             load<std::uint8_t>(end - 1);
    if (word.size() <= short_word)
      return load<std::uint32_t>(at) << 32 | load<std::uint32_t>(end - 4);
    std::uint64_t hash = 0;
    for (; end - at > 8; at += 8) hash = mix(hash ^ load<std::uint64_t>(at));
    return mix(hash ^ load<std::uint64_t>(end - 8));
  }

  std::size_t place_of(const Slot& slot) const {
    return mix(slot.key + slot.length) & (slots_.size() - 1);
  }

  // Words of up to eight bytes, as most are, are the same if key and length are. Only longer ones
  // have to be looked up in the text.
  bool is_same(const Slot& slot, const Slot& wanted, std::string_view word) const {
    return slot.key == wanted.key && slot.length == wanted.length &&
           (word.size() <= short_word || (*this)[slot.id] == word);
  }

  void grow() {
    std::vector<Slot> old(slots_.empty() ? 16 : slots_.size() * 2);
    old.swap(slots_);
    for (const Slot& slot : old) {
      if (slot.id == unused) continue;
      std::size_t at = place_of(slot);
      while (slots_[at].id != unused) at = (at + 1) & (slots_.size() - 1);
      slots_[at] = slot;
    }
  }

  std::string text_;
  std::vector<std::size_t> ends_;
  std::vector<Slot> slots_;  // a power of two, at most half in use
};

}  // namespace kbgen::lunr
