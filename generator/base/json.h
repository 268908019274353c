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
#include "base/source.h"

namespace kbgen {

// A JSON value. Keys keep their order; a key that stands twice is kept twice.
struct Json {
  using List = std::vector<Json>;
  using Map = std::vector<std::pair<std::string, Json>>;

  std::variant<std::nullptr_t, bool, std::int64_t, double, std::string, List, Map> value = nullptr;
  std::uint32_t offset =
      0;  // in the source: just behind the first byte of a list or map, behind the last of others

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

// Reports `bad-json` at the place where reading stopped. Nesting is limited to
// 200 levels.
std::optional<Json> parse_json(const SourceFile& file, Diagnostics& diag);

// Whether `text` is JSON at all, cheaply rejected by its first letter.
bool looks_like_json(std::string_view text);

void append_json_string(std::string& out, std::string_view text);

// Shortest digits that read back the same; null for NaN and infinities.
std::string format_json_number(double number);

enum class JsonLayout { compact, indented };

// Keys in the order they were added.
std::string format_json(const Json& json, JsonLayout layout = JsonLayout::compact);

}  // namespace kbgen
