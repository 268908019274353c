// Text as Python treats it: counted in code points, with its idea of white space, and
// its repr().
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
// Strip any of the code points in `set`.
std::string_view strip_left(std::string_view text, std::string_view set);
std::string_view strip_right(std::string_view text, std::string_view set);

std::vector<std::string_view> code_points(std::string_view text);
std::vector<std::string_view> split_at_space(std::string_view text);
std::vector<std::string_view> split_lines(std::string_view text, bool keep_ends);

// Text as Python writes it in source (repr()): in quotes that fit, with escapes.
std::string quoted(std::string_view text);
std::string printed_number(double number);  // str(float)

// Resolves the escapes inside a string literal into `out`. Returns what is wrong with
// it, or nothing.
std::string unescape(std::string_view literal, std::string& out);

}  // namespace kbgen::jinja
