// Typographic rules that citation styles share: quotation marks, capitals in titles, the order of
// names, punctuation.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "citations/citable.h"

namespace kbgen {

// Replaces straight quotation marks by curl_quotes ones. With Quotes::inside double ones become
// single, because the text will stand in double ones itself.
enum class Quotes { outer, inside };
std::string curl_quotes(std::string_view text, Quotes quotes);

// Capitalizes an English title: "full-text search in C++" → "Full-Text Search in C++". Words with a
// capital anywhere stay as they are.
std::string title_case(std::string_view text);

// A copy with curl_quotes quotation marks in names and in the titles of show and site. The title of
// the page is left as it is, because styles set it in different ways.
Citable with_curled_quotes(Citable citable);

// The title in “…”, in title case if it is English. `end` follows it inside the marks, unless the
// title ends with punctuation of its own.
std::string quoted_title(const Citable& citable, std::string_view end);

// Appends `sign`, unless the text already ends like a sentence.
std::string with_end(std::string text, std::string_view sign);

// A name with the family name first: "Vance, Nora", "King, Martin Luther, Jr." The particle comes
// first or last: "van Gogh, Vincent" or "Gogh, Vincent van".
enum class Particle { first, last };
std::string inverted_name(const PersonName& name, Particle particle);

// The names for a citation in the text: "Vance and Berkes"; from `limit` names on "Vance et al."
std::string short_names(const Lead& lead, std::string_view conjunction, std::size_t limit);

// What follows the names of hosts or guests: ", host", ", hosts"; nothing if they have no role.
std::string role_after(const Lead& lead);

// A line that says who speaks at a moment. No style has a place for it, but whoever quotes needs
// it.
std::string speaker_line();

}  // namespace kbgen
