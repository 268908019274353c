// Methods of text, lists and mappings, and what filters share with them.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "jinja/function.h"
#include "jinja/runtime.h"

namespace kbgen::jinja {

Methods methods_named(std::string_view name);

// A method of this value; null if it has none of that name.
const Function* find_method(const Value& of, std::string_view name);
const Function* find_method(const Value& of, const Methods& methods);
std::vector<std::string> method_names(const Value& of);

std::span<const Function> text_methods();

// Python's str.replace(): at most `most` places are replaced, or all if it is below 0.
Value replaced(Runtime& runtime, std::string_view text, std::string_view from, std::string_view to,
               std::int64_t most, bool safe);
// Fills `text` up to `width` code points with `fill`, which is one code point, on one
// side or on both (Python's str.center()).
std::string pad(Runtime& runtime, std::string_view text, std::int64_t width, std::string_view fill,
                bool left, bool right);
bool is_all_upper(std::string_view text);
bool is_all_lower(std::string_view text);

}  // namespace kbgen::jinja
