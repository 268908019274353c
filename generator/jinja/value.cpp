#include "jinja/value.h"

#include <fmt/format.h>

#include <bit>
#include <functional>

namespace kbgen::jinja {

// Deletes what nobody owns any more. Lists in lists in lists … are deleted one after the
// other, because a template can nest them deeper than the stack is.
void Value::drop(Shared* shared) {
  static thread_local std::vector<Shared*> waiting;
  static thread_local bool busy = false;
  if (busy) {
    waiting.push_back(shared);
    return;
  }
  busy = true;
  delete shared;
  while (!waiting.empty()) {
    Shared* next = waiting.back();
    waiting.pop_back();
    delete next;
  }
  busy = false;
}

namespace {

struct WhyUndefined : Shared {
  WhyUndefined(std::string m, std::string h) : message(std::move(m)), help(std::move(h)) {}
  std::string message, help;
};

constexpr int deepest = 200;              // levels of nesting that are compared
constexpr std::size_t pays_to_index = 9;  // entries; fewer are found faster one by one

}  // namespace

Value::Value(Kind kind, Shared* shared, bool owned, bool flag)
    : kind_(kind), owned_(owned), flag_(flag) {
  data_.shared = shared;
  if (owned) shared->owners.fetch_add(1, std::memory_order_relaxed);
}

Value Value::number(double d) {
  Value value;
  value.kind_ = Kind::number;
  value.data_.number = d;
  return value;
}

Value Value::text(std::string text) {
  return Value(Kind::text, new SharedText(std::move(text)), true, false);
}
Value Value::safe_text(std::string html) {
  return Value(Kind::text, new SharedText(std::move(html)), true, true);
}

Value Value::list(std::vector<Value> items) {
  auto list = std::make_unique<List>(std::move(items));
  list->is_frozen = true;
  return own(std::move(list));
}

Value Value::map(std::vector<std::pair<std::string, Value>> entries) {
  auto map = std::make_unique<Map>();
  for (auto& [key, value] : entries) map->set(text(std::move(key)), std::move(value));
  map->is_frozen = true;
  return own(std::move(map));
}

Value Value::borrow(const Object& object) {
  return Value(Kind::object, const_cast<Object*>(&object), false);
}
Value Value::own(std::unique_ptr<const Object> object) {
  return Value(Kind::object, const_cast<Object*>(object.release()), true);
}
Value Value::share(const Object& object) {
  return Value(Kind::object, const_cast<Object*>(&object), true);
}
Value Value::borrow(const Sequence& sequence) {
  return Value(Kind::sequence, const_cast<Sequence*>(&sequence), false);
}
Value Value::own(std::unique_ptr<const Sequence> sequence) {
  return Value(Kind::sequence, const_cast<Sequence*>(sequence.release()), true);
}
Value Value::own(std::unique_ptr<List> list) { return Value(Kind::list, list.release(), true); }
Value Value::own(std::unique_ptr<Map> map) { return Value(Kind::map, map.release(), true); }

Value Value::undefined_variable(std::string_view name) {
  return Value(Kind::undefined, name, false);
}
Value Value::undefined(std::string message, std::string help) {
  return Value(Kind::undefined, new WhyUndefined(std::move(message), std::move(help)), true);
}
Value Value::lenient_undefined(std::string message) {
  return Value(Kind::undefined, new WhyUndefined(std::move(message), ""), true, true);
}

double Value::as_number() const {
  return kind_ == Kind::number ? data_.number : static_cast<double>(data_.integer);
}

std::string_view Value::undefined_name() const {
  return owned_ ? std::string_view() : std::string_view(data_.text, size_);
}

std::string Value::undefined_message() const {
  if (owned_) return static_cast<WhyUndefined*>(data_.shared)->message;
  if (size_ == 0) return "this value is undefined";
  return fmt::format("'{}' is undefined", undefined_name());
}

std::string Value::undefined_help() const {
  return owned_ ? static_cast<WhyUndefined*>(data_.shared)->help : "";
}

bool Value::same_as(const Value& other) const {
  if (kind_ != other.kind_) return false;
  switch (kind_) {
    case Kind::undefined:
      return owned_ && other.owned_ && data_.shared == other.data_.shared;
    case Kind::none:
      return true;
    case Kind::number:
      return data_.number == other.data_.number;
    case Kind::text:
      return flag_ == other.flag_ && as_text() == other.as_text();
    default:
      return data_.integer == other.data_.integer;
  }
}

Value make_list(std::vector<Value> items, List::Flavor flavor) {
  return Value::own(std::make_unique<List>(std::move(items), flavor));
}

bool is_true(const Value& value) {
  switch (value.kind()) {
    case Value::Kind::undefined:
    case Value::Kind::none:
      return false;
    case Value::Kind::boolean:
    case Value::Kind::integer:
      return value.as_integer() != 0;
    case Value::Kind::number:
      return value.as_number() != 0;
    case Value::Kind::text:
      return !value.as_text().empty();
    case Value::Kind::list:
      return value.as_list()->flavor == List::Flavor::iterator || !value.as_list()->items.empty();
    case Value::Kind::map:
      return !value.as_map()->entries().empty();
    case Value::Kind::sequence:
      return value.as_sequence()->size() > 0;
    case Value::Kind::object:
      return true;
  }
  return false;
}

static bool equal_lists(const List& a, const List& b, int depth) {
  bool alike = a.flavor == b.flavor || (a.is_tuple() && b.is_tuple());
  if (!alike || a.items.size() != b.items.size()) return false;
  for (std::size_t i = 0; i < a.items.size(); ++i)
    if (!are_equal(a.items[i], b.items[i], depth + 1)) return false;
  return true;
}

static bool equal_maps(const Map& a, const Map& b, int depth) {
  if (a.entries().size() != b.entries().size()) return false;
  for (const auto& [key, value] : a.entries()) {
    const Value* other = b.find(key);
    if (!other || !are_equal(value, *other, depth + 1)) return false;
  }
  return true;
}

static bool equal_sequences(const Sequence& a, const Sequence& b, int depth) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i)
    if (!are_equal(a.at(i), b.at(i), depth + 1)) return false;
  return true;
}

bool are_equal(const Value& a, const Value& b, int depth) {
  if (depth > deepest) return false;
  if (a.is_integral() && b.is_integral()) return a.as_integer() == b.as_integer();
  if (a.is_numeric() && b.is_numeric()) return a.as_number() == b.as_number();
  if (a.kind() != b.kind()) return false;
  switch (a.kind()) {
    case Value::Kind::text:
      return a.as_text() == b.as_text();
    case Value::Kind::list:
      return a.as_list() == b.as_list() || equal_lists(*a.as_list(), *b.as_list(), depth);
    case Value::Kind::map:
      return a.as_map() == b.as_map() || equal_maps(*a.as_map(), *b.as_map(), depth);
    case Value::Kind::sequence:
      return a.as_sequence() == b.as_sequence() ||
             equal_sequences(*a.as_sequence(), *b.as_sequence(), depth);
    case Value::Kind::object:
      return a.as_object()->equals(*b.as_object());
    default:
      return true;  // none equals none, undefined equals undefined
  }
}

bool is_hashable(const Value& value, int depth) {
  const List* list = value.as_list();
  if (!list) return value.kind() != Value::Kind::map;
  if (!list->is_tuple() || depth > deepest) return false;
  for (const Value& item : list->items)
    if (!is_hashable(item, depth + 1)) return false;
  return true;
}

std::size_t ValueHash::operator()(const Value& value) const {
  if (value.is_text()) return std::hash<std::string_view>()(value.as_text());
  if (value.is_numeric()) return std::hash<double>()(value.as_number());
  if (const List* list = value.as_list()) {
    std::size_t hash = list->items.size();
    for (const Value& item : list->items) hash = hash * 31 + (*this)(item);
    return hash;
  }
  return static_cast<std::size_t>(value.kind());
}

bool ValueEqual::operator()(const Value& a, const Value& b) const { return are_equal(a, b); }

template <class IsKey>
std::size_t Map::position_of(std::size_t hash, IsKey is_key) const {
  if (places_.empty()) {
    for (std::size_t i = 0; i < hashes_.size(); ++i)
      if (hashes_[i] == hash && is_key(entries_[i].first)) return i;
    return entries_.size();
  }
  std::size_t mask = places_.size() - 1;
  for (std::size_t at = hash & mask; places_[at] != 0; at = (at + 1) & mask) {
    std::size_t i = places_[at] - 1;
    if (hashes_[i] == hash && is_key(entries_[i].first)) return i;
  }
  return entries_.size();
}

std::size_t Map::position_of(const Value& key, std::size_t hash) const {
  return position_of(hash, [&](const Value& other) { return are_equal(other, key); });
}

const Value* Map::find(const Value& key) const {
  std::size_t at = position_of(key, ValueHash()(key));
  return at < entries_.size() ? &entries_[at].second : nullptr;
}

const Value* Map::find(const HashedText& key) const {
  std::size_t at = position_of(
      key.hash, [&](const Value& other) { return other.is_text() && other.as_text() == key.text; });
  return at < entries_.size() ? &entries_[at].second : nullptr;
}

// Makes the hash table anew. At least half of its places are empty, so that a search is
// short.
void Map::index() {
  if (entries_.size() < pays_to_index) return places_.clear();
  std::size_t size = std::bit_ceil(entries_.size() * 2);
  if (size < places_.size()) size = places_.size();
  places_.assign(size, 0);
  for (std::size_t i = 0; i < hashes_.size(); ++i) {
    std::size_t at = hashes_[i] & (size - 1);
    while (places_[at] != 0) at = (at + 1) & (size - 1);
    places_[at] = static_cast<std::uint32_t>(i + 1);
  }
}

void Map::set(const Value& key, Value value) {
  std::size_t hash = ValueHash()(key), at = position_of(key, hash);
  if (at < entries_.size()) {
    entries_[at].second = std::move(value);
    return;
  }
  entries_.emplace_back(key, std::move(value));
  hashes_.push_back(hash);
  if (entries_.size() * 2 > places_.size()) return index();
  std::size_t mask = places_.size() - 1;
  for (at = hash & mask; places_[at] != 0;) at = (at + 1) & mask;
  places_[at] = static_cast<std::uint32_t>(entries_.size());
}

bool Map::erase(const Value& key) {
  std::size_t at = position_of(key, ValueHash()(key));
  if (at == entries_.size()) return false;
  entries_.erase(entries_.begin() + static_cast<std::ptrdiff_t>(at));
  hashes_.erase(hashes_.begin() + static_cast<std::ptrdiff_t>(at));
  index();
  return true;
}

void Map::clear() {
  entries_.clear();
  hashes_.clear();
  places_.clear();
}

}  // namespace kbgen::jinja
