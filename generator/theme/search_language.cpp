#include "theme/search_language.h"

// No other source includes the stemmers of all languages, so they are compiled only once.
#include "lunr/languages.h"

namespace kbgen {

const lunr::Language& search_language(std::string_view tag) { return lunr::find_language(tag); }

}  // namespace kbgen
