// Paths of a site where pages would hide what it is served with.
#pragma once

#include <string_view>

namespace kbgen {

// Below assets/, CNAME, and names with a dot in front, however they are spelled.
bool is_reserved_path(std::string_view path);

}  // namespace kbgen
