// How the styles set titles and join their parts.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "citations/citable.h"

namespace kbgen {

// Straight quotation marks as curved ones; double ones as single where the
// title itself stands in double ones.
enum class Quotes { outer, inside };
std::string curved(std::string_view text, Quotes quotes);

// "full-text search in C++" → "Full-Text Search in C++", as English titles are
// written; words with a capital anywhere stay as they are.
std::string title_case(std::string_view text);

// Names, show and site with their quotation marks curved.
Citable set_in_type(Citable citable);

// The title in “…”, in title case if it is English, with `end` inside unless it
// ends with a sign of its own.
std::string quoted_title(const Citable& citable, std::string_view end);

// `sign` behind `text`, unless it ends with one that ends a sentence.
std::string with_end(std::string text, std::string_view sign);

// "Vance, Nora", "Gogh, Vincent van" or "van Gogh, Vincent", "King, Martin Luther, Jr."
enum class Particle { first, last };
std::string inverted_name(const PersonName& name, Particle particle);

// "Vance and Berkes"; from `limit` names on "Vance et al."
std::string short_names(const Lead& lead, std::string_view conjunction, std::size_t limit);

// ", host", ", hosts" or nothing.
std::string role_after(const Lead& lead);

// Who speaks at a moment: no style has a place for it, and whoever quotes needs it.
std::string speaker_line();

}  // namespace kbgen
