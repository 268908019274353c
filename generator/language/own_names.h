// What languages are called by those who speak them.
#pragma once

#include <string>
#include <string_view>

namespace kbgen {

// The name of a language in that language, "Deutsch" for "de-AT"; the tag if it is not known.
std::string own_name_of(std::string_view tag);

}  // namespace kbgen
