// A hash table from 64-bit keys to 32-bit ids in one block of memory. It is fast for millions of
// lookups of which most find nothing.
#pragma once

#include <cstdint>
#include <vector>

namespace kbgen {

class IdTable {
 public:
  // The id of a key; 0 if the key is not in the table.
  std::uint32_t find(std::uint64_t key) const {
    for (std::size_t at = slot_of(key);; at = (at + 1) & mask())
      if (slots_[at].id == 0 || slots_[at].key == key) return slots_[at].id;
  }

  // `id` must not be 0, and `key` must not be in the table yet.
  void add(std::uint64_t key, std::uint32_t id) {
    if (++count_ * 2 > slots_.size()) grow();
    put({key, id});
  }

 private:
  struct Slot {
    std::uint64_t key = 0;
    std::uint32_t id = 0;
  };

  std::size_t mask() const { return slots_.size() - 1; }
  std::size_t slot_of(std::uint64_t key) const {
    return static_cast<std::size_t>((key * 0x9E3779B97F4A7C15) >> 32) & mask();
  }
  void put(Slot slot) {
    std::size_t at = slot_of(slot.key);
    while (slots_[at].id != 0) at = (at + 1) & mask();
    slots_[at] = slot;
  }
  void grow() {
    std::vector<Slot> old(slots_.size() * 2);
    old.swap(slots_);
    for (const Slot& slot : old)
      if (slot.id != 0) put(slot);
  }

  std::vector<Slot> slots_ = std::vector<Slot>(64);  // a power of two
  std::size_t count_ = 0;
};

}  // namespace kbgen
