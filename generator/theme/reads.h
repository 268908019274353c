// What a page read of the model while it was rendered. A page whose reads all
// give the same again would come out the same: templates have no other way to
// the model than the contract. It is the idea of ninja's depfiles.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <variant>
#include <vector>

#include "jinja/value.h"
#include "model/map.h"
#include "model/site.h"

namespace kbgen {

class View;

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

// Everything with an address, by it.
using Subject = std::variant<EntityId, VersionId, const MapNode*>;
using Subjects = std::map<std::string, Subject, std::less<>>;
Subjects subjects_of(const Site& site, const Map& map);

// The first of `reads` that gives something else to the page of `view`; null if
// none does.
const Read* first_difference(const std::vector<Read>& reads, const Subjects& subjects,
                             const View& view);

// "topic.about of topics/kaggle/"
std::string describe(const Read& read);

// What a page was made of, and what else it asked for.
struct PageReads {
  std::vector<Read> reads;
  std::set<std::string> assets;
};
using ReadsOfPages = std::map<std::string, PageReads, std::less<>>;  // by path

// Kept in a file, for `kbgen build --explain`. Lines that make no sense are
// passed over.
std::string format_reads(const ReadsOfPages& pages);
ReadsOfPages parse_reads(std::string_view text);

// A line for each page of `now` that is new, or read something else than in
// `before`: the first thing that differs.
std::vector<std::string> explain_changes(const ReadsOfPages& before, const ReadsOfPages& now);

}  // namespace kbgen
