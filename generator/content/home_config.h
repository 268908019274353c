// Reads `home:` of config.yaml: the parts of the home page, and their order.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "base/yaml.h"
#include "content/config.h"

namespace kbgen {

// The names of all parts, in the order in which a home page has them that is not told otherwise.
std::span<const std::string_view> home_parts();

// Reads a list of parts, each its name or, for one that shows a single thing, a map from its name
// to the slug of that thing: `episode: some-slug`. Reports `unknown-part`, `wrong-type`, and
// `repeated-name` for a part that comes twice; these are left out.
std::vector<HomeEntry> read_home(const Yaml* parts, Diagnostics& diag);

}  // namespace kbgen
