// Records which fields of the model a page reads while it is rendered.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "jinja/value.h"

namespace kbgen {

// One field of one thing, and a digest of its value. Things are known by their addresses, as
// address_of() in contract.h has them.
struct Read {
  std::string type;         // in the contract: "topic"; "site"; "page" for the page itself
  std::string subject;      // the thing's address: "topics/kaggle/"; empty for site and page
  std::string field;        // "about"
  std::uint64_t value = 0;  // digest of everything that the field gave

  // Whether both read the same field of the same thing.
  bool is_of(const Read& other) const {
    return field == other.field && subject == other.subject && type == other.type;
  }
};

// An object of the contract as a template sees it: a thing, or the value of one of its fields.
struct ModelObject : jinja::Object {
  // Appends everything that a template could read or print of the object to `facts`, for a digest.
  // A thing with an address appends only that: its fields are recorded as reads of their own.
  virtual void feed(std::string& facts) const = 0;
};

// Append a value to `facts`, so that different sequences of values give different bytes.
void feed(std::string& facts, std::string_view text);
void feed(std::string& facts, std::uint64_t number);
void feed(std::string& facts, const jinja::Value& value);

// The reads of one page, in the order in which they were first made. Not thread safe: each page has
// a recorder of its own.
class ReadRecorder {
 public:
  // Whether this field was not read before. Reads are told apart by the addresses in memory of
  // `row` and of the field's name, which must not change while the page is rendered.
  bool is_new(const void* row, std::string_view field) {
    return seen_.insert({row, field.data()}).second;
  }
  void add(std::string_view type, std::string subject, std::string_view field,
           const jinja::Value& value);
  std::vector<Read> take() { return std::move(reads_); }

 private:
  using Key = std::pair<const void*, const void*>;
  struct KeyHash {
    std::size_t operator()(const Key& key) const {
      auto number = [](const void* p) { return reinterpret_cast<std::uintptr_t>(p); };
      return (number(key.first) * 0x9E3779B97F4A7C15u) ^ number(key.second);
    }
  };
  std::unordered_set<Key, KeyHash> seen_;
  std::vector<Read> reads_;
};

// A digest of everything that a template could read or print of the value.
std::uint64_t digest_of_value(const jinja::Value& value);

}  // namespace kbgen
