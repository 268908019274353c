// The language in which the search index of a site cuts and stems words.
#pragma once

#include <string_view>

#include "lunr/language.h"

namespace kbgen {

// The language for a tag such as "de", "de-AT" or "pt_BR". Where lunr has none
// for it, one that takes words as they are written. Lives for the whole program.
const lunr::Language& search_language(std::string_view tag);

}  // namespace kbgen
