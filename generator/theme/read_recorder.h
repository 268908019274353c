// What one page reads of the model while it is rendered, field by field.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "jinja/value.h"

namespace kbgen {

// One field of one thing that has an address.
struct Read {
  std::string type;         // of the contract: "topic"; "site", "page" for the page itself
  std::string subject;      // its path: "topics/kaggle/"; empty for site and page
  std::string field;        // "about"
  std::uint64_t value = 0;  // digest of all that it gave

  bool is_of(const Read& other) const {
    return field == other.field && subject == other.subject && type == other.type;
  }
};

// A thing of the contract, or what one of its fields gives.
struct ModelObject : jinja::Object {
  // Adds whatever a template could read of it or print. Of things with an
  // address that is the address: their fields are reads of their own.
  virtual void feed(std::string& facts) const = 0;
};

void feed(std::string& facts, std::string_view text);
void feed(std::string& facts, std::uint64_t number);
void feed(std::string& facts, const jinja::Value& value);

// Of one page, in the order in which they were first made.
class ReadRecorder {
 public:
  // `row` and `field` tell reads apart for as long as the page is rendered.
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

// A digest of all that a template could read of the value or print of it.
std::uint64_t digest_of_value(const jinja::Value& value);

}  // namespace kbgen
