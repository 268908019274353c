// Upper, lower and title case as Python's str has them: by Unicode's full mapping, in
// which one letter may become several ('ß' is 'SS', 'ﬁ' is 'FI').
#pragma once

#include <string>
#include <string_view>

namespace kbgen::jinja {

std::string to_upper(std::string_view text);
std::string to_lower(std::string_view text);
std::string to_title(std::string_view text);        // str.title()
std::string to_capitalized(std::string_view text);  // the first letter upper, the rest lower
std::string swap_case(std::string_view text);
std::string to_folded(std::string_view text);  // str.casefold()

}  // namespace kbgen::jinja
