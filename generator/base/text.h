// Functions on UTF-8 text: cut it, compare it, make slugs of it.
//
// Everything here takes valid UTF-8 (base/encoding.h), and nothing throws.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/unicode.h"

namespace kbgen {

std::string_view trim(std::string_view text);  // white space of Unicode, also U+200B and U+FEFF
std::string_view trim_left(std::string_view text);
std::string_view trim_right(std::string_view text);
std::vector<std::string_view> split(std::string_view text, char separator);
std::vector<std::string_view> split_words(std::string_view text);  // at white space of ASCII
std::size_t count_words(std::string_view text);
std::string join(const std::vector<std::string>& parts, std::string_view separator);
std::string replace_all(std::string_view text, std::string_view from, std::string_view to);

// The text with one space in place of each run of ASCII white space, and with none at either end.
std::string collapse_space(std::string_view text);

// The first letters of the first and of the last word of a name, which are shown for a person
// without a picture. "?" for a name without words.
std::string initials_of(std::string_view name);

std::size_t count_code_points(std::string_view text);
// `count` code points of the text from the code point number `first` on, counted from 0; fewer if
// the text ends before.
std::string_view code_point_range(std::string_view text, std::size_t first, std::size_t count);

std::string lower_ascii(std::string_view text);
bool equals_ignoring_ascii_case(std::string_view a, std::string_view b);
std::string lower(std::string_view text);       // simple Unicode lower case
std::string upper(std::string_view text);       // simple Unicode upper case
std::string capitalize(std::string_view text);  // the first letter in title case, the rest as it is

// A text for comparing names: compatibility-decomposed, case-folded and without combining marks, so
// that "José" and "JOSE" are the same.
std::string fold(std::string_view text);

// The slug of a title, for paths: the folded text with letters and digits of any script, but "l"
// for "ł" and "ae" for "æ" as people type them, and with a single '-' for everything else. It is
// never empty ("untitled"), '.' or '..', and has at most 80 bytes, cut at a word if possible.
std::string slugify(std::string_view text);

// Whether a text may be a slug in a path: letters and digits of any script that are not upper case,
// '-', '_' and '.', but no dot at the beginning, and at most 200 bytes.
bool is_slug(std::string_view text);

// The beginning of a text, at most `limit` code points. A longer text is cut after a sentence if
// one ends in the second half of them, or else after a word, and then gets an ellipsis in addition.
std::string excerpt(std::string_view text, std::size_t limit);

}  // namespace kbgen
