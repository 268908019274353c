// The parts of the home page, which `home:` of config.yaml chooses and orders.
#pragma once

#include <span>
#include <string_view>

namespace kbgen {

// The names of all parts, in the order in which a home page has them that is not told otherwise.
std::span<const std::string_view> home_parts();

// Whether a part shows one thing, which an author may choose.
bool shows_one_thing(std::string_view part);

}  // namespace kbgen
