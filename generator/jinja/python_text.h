// Text as Python treats it: counted in code points, its idea of white space,
// its case mapping, its repr().
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kbgen::jinja {

bool is_python_space(char32_t c);
bool is_identifier(std::string_view text);

std::string_view strip_left(std::string_view text);
std::string_view strip_right(std::string_view text);
std::string_view strip(std::string_view text);
// Any of the code points in `set`.
std::string_view strip_left(std::string_view text, std::string_view set);
std::string_view strip_right(std::string_view text, std::string_view set);

std::vector<std::string_view> code_points(std::string_view text);
std::vector<std::string_view> split_at_space(std::string_view text);
std::vector<std::string_view> split_lines(std::string_view text, bool keep_ends);

std::string to_upper(std::string_view text);
std::string to_lower(std::string_view text);
std::string to_title(std::string_view text);        // str.title()
std::string to_capitalized(std::string_view text);  // the first letter upper, the rest lower
std::string swap_case(std::string_view text);
std::string to_folded(std::string_view text);  // str.casefold()

// 'it''s' as Python would write it in source: quotes chosen, escapes made.
std::string quoted(std::string_view text);
std::string printed_number(double number);  // str(float)

// The inside of a string literal, unescaped into `out`; or what is wrong.
std::string unescape(std::string_view literal, std::string& out);

}  // namespace kbgen::jinja
