// What lunr's builder is told before the first document: fields, boosts, k1, b.
#pragma once

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <iterator>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lunr/language.h"
#include "lunr/unicode.h"

namespace kbgen::lunr {

struct Field {
  std::string name;
  double boost = 1;  // 0 and NaN count as 1, as in lunr
};

struct Settings {
  std::vector<Field> fields;
  double k1 = 1.2;
  double b = 0.75;         // lunr keeps it between 0 and 1
  bool positions = false;  // metadataWhitelist = ["position"]
  bool names = false;      // names.h in place of lunr's trimmer
  bool pairs = false;      // pairs.h, whatever the language
  bool forms = false;      // forms.h; for shards only
  const Language* language = &english;

  bool cuts_pairs() const { return pairs || !language->has_spaces; }
  // Pairs are no words, so with names none are stop words. Without names the same pairs are dropped
  // as by lunr.ja.
  bool drops_stop_words() const { return !names || language->has_spaces; }
  std::string_view pipeline() const {
    return names ? language->names_pipeline : language->pipeline;
  }
};

// Returns the number of `key` if JavaScript would take it for an index of an array. An object has
// such keys first and in numeric order, whenever they were added.
inline std::optional<std::uint32_t> array_index(std::string_view key) {
  if (key.empty() || (key[0] == '0' && key.size() > 1)) return std::nullopt;
  std::uint32_t index = 0;
  auto [end, error] = std::from_chars(key.data(), key.data() + key.size(), index);
  if (error != std::errc() || end != key.data() + key.size() || index == UINT32_MAX)
    return std::nullopt;
  return index;
}

// Whether every JavaScript object has a property of this name.
inline bool is_object_prototype_name(std::string_view name) {
  constexpr std::string_view names[] = {
      "__defineGetter__", "__defineSetter__", "__lookupGetter__",     "__lookupSetter__",
      "__proto__",        "constructor",      "hasOwnProperty",       "isPrototypeOf",
      "toLocaleString",   "toString",         "propertyIsEnumerable", "valueOf"};
  return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

// Returns why lunr cannot have a field of this name; empty if it can.
inline std::string_view field_name_problem(std::string_view name) {
  if (name.find('/') != name.npos) return "lunr takes no '/' in a field's name";
  if (name == "_index") return "lunr keeps '_index' for itself";
  if (is_object_prototype_name(name))
    return "every JavaScript object has a property of that name, so lunr's weights would all be "
           "null";
  return "";
}

namespace detail {

inline double or_one(double boost) { return boost == 0 || std::isnan(boost) ? 1 : boost; }

// Returns settings with the fields in the order in which lunr goes through them. One that is
// declared twice keeps its place and takes the last boost. Throws std::invalid_argument for a field
// that lunr cannot have.
inline Settings normalized(Settings settings) {
  std::vector<Field> fields;
  for (Field& field : settings.fields) {
    field.name = to_valid_utf8(field.name);
    std::string_view problem = field_name_problem(field.name);
    if (!problem.empty())
      throw std::invalid_argument("field '" + field.name + "': " + std::string(problem));
    field.boost = or_one(field.boost);
    auto same = std::find_if(fields.begin(), fields.end(),
                             [&](const Field& f) { return f.name == field.name; });
    if (same == fields.end())
      fields.push_back(std::move(field));
    else
      same->boost = field.boost;
  }
  auto rank = [](const Field& field) {
    return std::uint64_t{array_index(field.name).value_or(UINT32_MAX)};
  };
  std::stable_sort(fields.begin(), fields.end(),
                   [&](const Field& a, const Field& b) { return rank(a) < rank(b); });
  settings.fields = std::move(fields);
  if (settings.b < 0) settings.b = 0;
  if (settings.b > 1) settings.b = 1;
  return settings;
}

}  // namespace detail

}  // namespace kbgen::lunr
