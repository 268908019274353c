// Small work on UTF-8 text: cut it, compare it, make slugs of it.
//
// Everything here takes valid UTF-8 (base/encoding.h) and never throws.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/unicode.h"

namespace kbgen {

std::string_view trim(std::string_view text);  // all white space, also U+200B and U+FEFF
std::string_view trim_left(std::string_view text);
std::string_view trim_right(std::string_view text);
std::vector<std::string_view> split(std::string_view text, char separator);
std::vector<std::string_view> split_words(std::string_view text);  // at runs of white space
std::size_t count_words(std::string_view text);
std::string join(const std::vector<std::string>& parts, std::string_view separator);
std::string replace_all(std::string_view text, std::string_view from, std::string_view to);

// Runs of white space become one space; none at either end.
std::string collapse_space(std::string_view text);

// The first letters of the first and of the last word, as they are written: what
// stands for a person who has no picture. "?" for a name without a word.
std::string initials_of(std::string_view name);

std::size_t count_code_points(std::string_view text);
// `count` code points from the `first`; fewer at the end.
std::string_view code_point_range(std::string_view text, std::size_t first, std::size_t count);

std::string lower_ascii(std::string_view text);
bool equals_ignoring_ascii_case(std::string_view a, std::string_view b);
std::string lower(std::string_view text);       // simple Unicode lower case
std::string upper(std::string_view text);       // simple Unicode upper case
std::string capitalize(std::string_view text);  // the first letter; the rest untouched

// For comparing names: compatibility-decomposed, case-folded, without
// combining marks. "José" and "JOSE" fold alike.
std::string fold(std::string_view text);

// For paths: folded, letters and digits of any script kept, but "ł" an "l" and
// "æ" an "ae" as people type them; everything else a single '-'. Never empty ("untitled"), never
// '.' or '..', at most 80 bytes, cut at a word where possible.
std::string slugify(std::string_view text);

// What a slug in a path may be: [a-z0-9] and other letters and digits, with
// '-', '_' and '.' between; no leading dot.
bool is_slug(std::string_view text);

// The first sentence ends are kept while they fit; otherwise cut at a word,
// with an ellipsis. `limit` in code points.
std::string excerpt(std::string_view text, std::size_t limit);

}  // namespace kbgen
