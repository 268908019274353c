// How languages write and count numbers, and in which direction they are written.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kbgen {

// The plural categories of Unicode's CLDR. A language uses some of them, and always `other`.
enum class Plural { zero, one, two, few, many, other };
inline constexpr std::size_t plural_count = 6;

std::string_view name_of(Plural plural);                    // "one", "other"
std::optional<Plural> plural_named(std::string_view name);  // nothing if it is no such name

// What kbgen knows of one language.
struct Locale {
  std::string_view code;                 // of the language: "de", "pt-PT"
  Plural (*plural_of)(std::uint64_t n);  // the category of a whole number
  std::string_view group;                // the separator between groups of three digits
  std::size_t group_from = 4;            // fewest digits of a number with groups: Polish writes
                                         // 1234 but 12 345

  bool uses(Plural plural) const;  // whether any whole number has this category
};

// The locale of a tag such as "de", "de-AT" or "pt_BR"; that of English if the language is not
// known, which is_known_locale() tells.
const Locale& locale_of(std::string_view tag);
bool is_known_locale(std::string_view tag);

std::string format_number(std::uint64_t n, const Locale& locale);  // 1,234

// A language tag, and what remains of it when parts are taken off its end: "zh-hant-tw", "zh-hant",
// "zh" for "zh_Hant_TW". In lower case and with '-'.
std::vector<std::string> tags_of(std::string_view tag);

// Whether a language is written from right to left: by the script, if the tag names one, or else by
// the language.
bool is_right_to_left(std::string_view tag);
// The same as a value of HTML's attribute `dir`.
inline std::string_view direction_of(std::string_view tag) {
  return is_right_to_left(tag) ? "rtl" : "ltr";
}

}  // namespace kbgen
