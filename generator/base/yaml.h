// Reads YAML to a tree in which every key and value knows its place.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "base/source.h"

namespace kbgen {

struct YamlMember;

// A YAML value. Scalars stay text, because only the code that reads a field knows its type.
struct Yaml {
  enum class Kind { null, scalar, list, map };
  Kind kind = Kind::null;
  std::string text;                 // of a scalar
  bool is_quoted = false;           // a scalar in quotation marks is never a truth value
  std::vector<Yaml> items;          // of a list
  std::vector<YamlMember> members;  // of a map, in the order of the file
  Span span;                        // of a scalar the whole text; of others their first byte

  bool is_null() const { return kind == Kind::null; }
  bool is_scalar() const { return kind == Kind::scalar; }
  bool is_list() const { return kind == Kind::list; }
  bool is_map() const { return kind == Kind::map; }
  const Yaml* find(std::string_view key) const;  // null if there is none
  YamlMember* find_member(std::string_view key);
};

struct YamlMember {
  std::string key;
  Span key_span;
  Yaml value;
};

// Reads the first document in `part` of a file. An empty part is a null value. Nothing if it is not
// YAML. Reports `bad-yaml`, also for aliases, which are not supported, and `duplicate-key` for a
// key that is there twice, of which the first one counts.
std::optional<Yaml> parse_yaml(Span part, Diagnostics& diag);

// The text on one line and in quotation marks, as YAML reads it back, whatever is in it. Runs of
// white space become one space.
std::string yaml_quoted(std::string_view text);

}  // namespace kbgen
