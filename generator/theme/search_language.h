// The language by whose rules the search index of a site cuts text into words and stems them.
#pragma once

#include <string_view>

#include "lunr/language.h"

namespace kbgen {

// The language for a tag such as "de", "de-AT" or "pt_BR". For a language that lunr does not know
// it is one that takes words as they are written. It lives for the whole program.
const lunr::Language& search_language(std::string_view tag);

}  // namespace kbgen
