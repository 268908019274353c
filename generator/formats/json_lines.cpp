#include "formats/json_lines.h"

#include "base/text.h"

namespace kbgen {

namespace {

// Takes the first line that is not blank off the front of `text`; empty if there is none.
std::string_view take_line(std::string_view& text) {
  while (!text.empty()) {
    std::size_t end = text.find('\n');
    std::string_view line = trim(text.substr(0, end));
    text = end == text.npos ? std::string_view() : text.substr(end + 1);
    if (!line.empty()) return line;
  }
  return {};
}

void move_offsets(Json& json, std::uint32_t by) {
  json.offset += by;
  if (auto* list = std::get_if<Json::List>(&json.value))
    for (Json& item : *list) move_offsets(item, by);
  if (auto* map = std::get_if<Json::Map>(&json.value))
    for (auto& [key, value] : *map) move_offsets(value, by);
}

}  // namespace

bool are_json_lines(std::string_view text) {
  text = trim(text);
  if (!text.starts_with('{')) return false;
  for (int i = 0; i < 2; ++i) {
    std::string_view line = take_line(text);
    if (!line.starts_with('{') || !line.ends_with('}') || !looks_like_json(line)) return false;
  }
  return true;
}

std::optional<Json> read_json_or_lines(std::string_view text) {
  if (!are_json_lines(text)) return read_json(text);
  Json::List values;
  for (std::string_view rest = text, line = take_line(rest); !line.empty();
       line = take_line(rest)) {
    std::optional<Json> value = read_json(line);
    if (!value) return std::nullopt;
    move_offsets(*value, static_cast<std::uint32_t>(line.data() - text.data()));
    values.push_back(std::move(*value));
  }
  return Json(std::move(values));
}

}  // namespace kbgen
