#include "base/toml.h"

#include <toml++/toml.h>

#include <algorithm>
#include <sstream>

#include "base/controls.h"
#include "base/text.h"
#include "base/unicode.h"

namespace kbgen {

namespace {

// Finds the offsets of the places that the library tells: lines and columns from 1, where a column
// is a code point.
class Places {
 public:
  explicit Places(Span part) : part_(part) {
    lines_.push_back(part.begin);
    for (std::uint32_t at = part.begin; at < part.end; ++at)
      if (part.file->text[at] == '\n') lines_.push_back(at + 1);
  }

  std::uint32_t offset_of(const toml::source_position& place) const {
    if (place.line == 0) return part_.begin;
    std::size_t at = lines_[std::min<std::size_t>(place.line, lines_.size()) - 1];
    for (toml::source_index column = 1; column < place.column && at < part_.end; ++column)
      next_code_point(part_.file->text, at);
    return static_cast<std::uint32_t>(std::min<std::size_t>(at, part_.end));
  }

  Span span_of(const toml::source_region& region) const {
    std::uint32_t begin = offset_of(region.begin);
    return {part_.file, begin, std::max(begin, offset_of(region.end))};
  }

 private:
  Span part_;
  std::vector<std::uint32_t> lines_;  // where each begins
};

template <class Value>
std::string written(const Value& value) {
  std::ostringstream text;
  text << value;
  return text.str();
}

// What a value that is no list and no map says. A whole number in a float keeps its point: 2.0.
std::string text_of(const toml::node& node) {
  if (auto text = node.as_string()) return without_controls(text->get());
  if (auto number = node.as_integer()) return std::to_string(number->get());
  if (auto truth = node.as_boolean()) return truth->get() ? "true" : "false";
  if (auto number = node.as_floating_point()) return written(*number);
  if (auto date = node.as_date()) return written(date->get());
  if (auto time = node.as_time()) return written(time->get());
  if (auto moment = node.as_date_time()) return written(moment->get());
  return "";
}

class TreeMaker {
 public:
  explicit TreeMaker(Span part) : places_(part) {}

  Yaml tree_of(const toml::node& node) const {
    Yaml value;
    value.span = places_.span_of(node.source());
    if (const toml::table* table = node.as_table()) {
      value.kind = Yaml::Kind::map;
      for (const auto& [key, inside] : *table)
        value.members.push_back({without_controls(std::string(key.str())),
                                 places_.span_of(key.source()), tree_of(inside)});
      // The library sorts keys by their letters.
      std::ranges::stable_sort(value.members, {},
                               [](const YamlMember& member) { return member.key_span.begin; });
    } else if (const toml::array* array = node.as_array()) {
      value.kind = Yaml::Kind::list;
      for (const toml::node& inside : *array) value.items.push_back(tree_of(inside));
    } else {
      value.kind = Yaml::Kind::scalar;
      value.text = text_of(node);
      value.is_quoted = node.is_string();
    }
    return value;
  }

 private:
  Places places_;
};

}  // namespace

std::optional<Yaml> parse_toml(Span part, Diagnostics& diag) {
  try {
    return TreeMaker(part).tree_of(toml::parse(part.text()));
  } catch (const toml::parse_error& problem) {
    Span where = Places(part).span_of(problem.source());
    where.end = std::min(std::max(where.end, where.begin + 1), part.end);
    where.begin = std::min(where.begin, where.end);
    diag.error("bad-toml", where,
               "this is not TOML: " + collapse_space(lower_ascii(problem.description())),
               "text stands in quotation marks: title = \"Rivers\"");
    return std::nullopt;
  }
}

}  // namespace kbgen
