// JSON that is right, read fast. What is wrong with other text is not said
// here: parse_json() has a slower reader for that.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "base/json.h"

namespace kbgen {

inline constexpr std::size_t deepest_json = 200;

// `text` is valid UTF-8. Nothing if it is not JSON, if it nests deeper than
// that, or has a number or an escape that is better left to the other reader.
std::optional<Json> read_json(std::string_view text);

}  // namespace kbgen
