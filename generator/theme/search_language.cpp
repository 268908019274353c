#include "theme/search_language.h"

// The only source that compiles the stemmers of all languages.
#include "lunr/languages.h"

namespace kbgen {

const lunr::Language& search_language(std::string_view tag) { return lunr::find_language(tag); }

}  // namespace kbgen
