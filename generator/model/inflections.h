// Singular and plural of English names, so that "neural networks" is found where an alias says
// "neural network". Only regular forms: authors write others as aliases.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kbgen {

// The name with its last word in the plural; nothing if it does not end with two ASCII letters.
std::optional<std::string> plural_of(std::string_view name);

// The singular of a name that ends with a plural in -s. Nothing for a single word, where that is
// not safe ("news" is not the plural of "new", and "moment" is far more common than "moments"),
// unless it is an acronym ("MOOCs").
std::optional<std::string> singular_of(std::string_view name);

// Whether a language tag is English: "en", "en-GB", or empty for a site that does not say.
bool is_english(std::string_view language);

}  // namespace kbgen
