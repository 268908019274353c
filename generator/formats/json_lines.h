// JSON with a value a line (JSON Lines), as some recognisers write it.
#pragma once

#include <optional>
#include <string_view>

#include "base/json.h"

namespace kbgen {

// Whether a text is several lines, of which the first two that are not blank are JSON maps.
bool are_json_lines(std::string_view text);

// Reads JSON, or JSON Lines as a list of their values. Nothing if one of them is not JSON. The
// offsets of values count from the beginning of the text.
std::optional<Json> read_json_or_lines(std::string_view text);

}  // namespace kbgen
