// YAML with places: every key and value knows where it stands.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "base/source.h"

namespace kbgen {

struct YamlMember;

// A YAML value. Scalars stay text: whoever reads a field knows its type.
struct Yaml {
  enum class Kind { null, scalar, list, map };
  Kind kind = Kind::null;
  std::string text;                 // of a scalar
  bool is_quoted = false;           // "yes" is never a truth value
  std::vector<Yaml> items;          // of a list
  std::vector<YamlMember> members;  // of a map, in their order
  Span span;                        // of a scalar: what was written; of others: where they begin

  bool is_null() const { return kind == Kind::null; }
  bool is_scalar() const { return kind == Kind::scalar; }
  bool is_list() const { return kind == Kind::list; }
  bool is_map() const { return kind == Kind::map; }
  const Yaml* find(std::string_view key) const;  // null if there is none
};

struct YamlMember {
  std::string key;
  Span key_span;
  Yaml value;
};

// Reads the first document in `part` of a file. Reports `bad-yaml`, and
// `duplicate-key` for a key that stands twice (the first one counts). Anchors
// and aliases are refused. Nothing at all is a null value.
std::optional<Yaml> parse_yaml(Span part, Diagnostics& diag);

// "words" as YAML reads them back, whatever is in them, in one line.
std::string yaml_quoted(std::string_view text);

}  // namespace kbgen
