// The number of English names: "neural networks" where an alias says "neural
// network". Only regular forms; what English does otherwise is an alias of its
// own.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kbgen {

// With the last word in the plural; none if it does not end in two letters of
// the alphabet.
std::optional<std::string> plural_of(std::string_view name);

// Of a plural in -s. None where that is not safe: of one word alone, because
// "moments" is said of less than "moment" and "news" is not many of "new"; but
// for capitals with a small s ("MOOCs").
std::optional<std::string> singular_of(std::string_view name);

// "en", "en-GB", and a site that does not say.
bool is_english(std::string_view language);

}  // namespace kbgen
