// Ids of entities: indexes with a type, so that a PersonId cannot be used for episodes.
#pragma once

#include <compare>
#include <cstdint>
#include <utility>
#include <vector>

namespace kbgen {

template <class Entity>
struct Id {
  std::uint32_t index = 0;
  friend auto operator<=>(const Id&, const Id&) = default;
};

// A list of entities in the order in which they were added, each of which has its own `id`. An Id
// is only valid for the table that it comes from.
template <class Entity>
class Table {
 public:
  Id<Entity> add(Entity entity) {
    Id<Entity> id{static_cast<std::uint32_t>(rows_.size())};
    rows_.push_back(std::move(entity));
    return rows_.back().id = id;
  }
  const Entity& operator[](Id<Entity> id) const { return rows_[id.index]; }
  Entity& operator[](Id<Entity> id) { return rows_[id.index]; }

  std::size_t size() const { return rows_.size(); }
  bool empty() const { return rows_.empty(); }
  auto begin() const { return rows_.begin(); }
  auto end() const { return rows_.end(); }
  auto begin() { return rows_.begin(); }
  auto end() { return rows_.end(); }
  const std::vector<Entity>& rows() const { return rows_; }

 private:
  std::vector<Entity> rows_;
};

}  // namespace kbgen
