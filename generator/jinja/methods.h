// Methods of text, lists and mappings, and what filters share with them.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "jinja/function.h"
#include "jinja/runtime.h"

namespace kbgen::jinja {

std::span<const Function> text_methods();

// str.replace(); `most` below 0: all of them.
Value replaced(Runtime& runtime, std::string_view text, std::string_view from, std::string_view to,
               std::int64_t most, bool safe);
// `fill` is one code point, put on one side or both (Python's str.center()).
std::string pad(Runtime& runtime, std::string_view text, std::int64_t width, std::string_view fill,
                bool left, bool right);
bool is_all_upper(std::string_view text);
bool is_all_lower(std::string_view text);

}  // namespace kbgen::jinja
