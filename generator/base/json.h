// Reads JSON to a tree of values that know their places, and writes such trees.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/diagnostics.h"
#include "base/json_writer.h"
#include "base/source.h"

namespace kbgen {

// A JSON value. The members of a map keep their order, and a key that is there twice is kept twice.
struct Json {
  using List = std::vector<Json>;
  using Map = std::vector<std::pair<std::string, Json>>;

  std::variant<std::nullptr_t, bool, std::int64_t, double, std::string, List, Map> value = nullptr;
  // In the source, in bytes: after the opening bracket of a list or map, at the end of other
  // values.
  std::uint32_t offset = 0;

  Json() = default;
  Json(std::nullptr_t) {}
  Json(bool b) : value(b) {}
  Json(int i) : value(static_cast<std::int64_t>(i)) {}
  Json(std::int64_t i) : value(i) {}
  Json(double d) : value(d) {}
  Json(const char* text) : value(std::string(text)) {}
  Json(std::string_view text) : value(std::string(text)) {}
  Json(std::string text) : value(std::move(text)) {}
  Json(List list) : value(std::move(list)) {}
  Json(Map map) : value(std::move(map)) {}

  bool is_null() const { return std::holds_alternative<std::nullptr_t>(value); }
  const std::string* text() const { return std::get_if<std::string>(&value); }
  const List* list() const { return std::get_if<List>(&value); }
  const Map* map() const { return std::get_if<Map>(&value); }
  std::optional<double> number() const;          // also of an integer
  const Json* find(std::string_view key) const;  // null if there is no such key, or it is no map
};

// How deeply lists and maps may be nested in JSON that is read.
inline constexpr std::size_t deepest_json = 200;

// Why a text is not JSON, and the offset in bytes at which that shows.
struct JsonError {
  std::uint32_t offset = 0;
  std::string what;  // "expected a value"
};

// Reads JSON from valid UTF-8. Nothing, and `error` is set, if it is not JSON or is nested too
// deeply. A whole number that is too large for 64 bits becomes a double.
std::optional<Json> read_json(std::string_view text, JsonError* error = nullptr);

// The same for a file: reports `bad-json` at the place where reading stopped.
std::optional<Json> parse_json(const SourceFile& file, Diagnostics& diag);

// Whether the text is a JSON list or map. Most other texts are rejected quickly, by their first
// letter.
bool looks_like_json(std::string_view text);

void write_json(JsonWriter& out, const Json& json);

// The value as JSON, with the members of maps in their order.
std::string format_json(const Json& json, JsonLayout layout = JsonLayout::compact);

}  // namespace kbgen
