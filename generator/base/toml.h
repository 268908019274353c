// Reads TOML (https://toml.io/en/v1.0.0) to the same tree as YAML, so that whoever reads a field
// need not know in which language it was written.
#pragma once

#include <optional>

#include "base/diagnostics.h"
#include "base/source.h"
#include "base/yaml.h"

namespace kbgen {

// Reads a part of a file. Dates and numbers become their text, as scalars of YAML are. Reports
// `bad-toml`, and gives nothing, if it is not TOML.
std::optional<Yaml> parse_toml(Span part, Diagnostics& diag);

}  // namespace kbgen
