// JSON in and out.
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

// A JSON value. Keys keep their order; a key that stands twice is kept twice.
struct Json {
  using List = std::vector<Json>;
  using Map = std::vector<std::pair<std::string, Json>>;

  std::variant<std::nullptr_t, bool, std::int64_t, double, std::string, List, Map> value = nullptr;
  // In the source: just behind the first byte of a list or map, behind the last of others.
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
  std::optional<double> number() const;          // of an integer, too
  const Json* find(std::string_view key) const;  // null: no such key, or not a map
};

// How deep lists and maps may be nested in what is read.
inline constexpr std::size_t deepest_json = 200;

// Why a text is not JSON, and where that shows.
struct JsonError {
  std::uint32_t offset = 0;
  std::string what;  // "expected a value"
};

// `text` is valid UTF-8. Nothing, and the first error, if it is not JSON or nests
// too deep. A number without fraction that is too large for 64 bits is a double.
std::optional<Json> read_json(std::string_view text, JsonError* error = nullptr);

// Reports `bad-json` where reading stopped.
std::optional<Json> parse_json(const SourceFile& file, Diagnostics& diag);

// Whether `text` is a JSON list or map, cheaply rejected by its first letter.
bool looks_like_json(std::string_view text);

void write_json(JsonWriter& out, const Json& json);

// Keys in the order they were added.
std::string format_json(const Json& json, JsonLayout layout = JsonLayout::compact);

}  // namespace kbgen
