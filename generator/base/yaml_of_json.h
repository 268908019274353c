// Reads JSON to the same tree as YAML, with the places of keys and values.
#pragma once

#include <optional>

#include "base/diagnostics.h"
#include "base/source.h"
#include "base/yaml.h"

namespace kbgen {

// JSON is YAML but for letters that it writes as two numbers ("\ud83d\ude00"), and for tabs.
// Reports as parse_yaml() does.
std::optional<Yaml> parse_json_as_yaml(Span part, Diagnostics& diag);

}  // namespace kbgen
