// Which files are recordings and films, by the ends of their names.
#pragma once

#include <string_view>

namespace kbgen {

// Whether the file at an address or a path, which may have a query and a fragment, is a recording
// or a film that browsers play.
bool is_sound_address(std::string_view address);
bool is_film_address(std::string_view address);

}  // namespace kbgen
