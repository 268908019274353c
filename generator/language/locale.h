// What languages do with numbers, and in which direction they are written.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kbgen {

// The categories of CLDR. A language uses some of them, always `other`.
enum class Plural { zero, one, two, few, many, other };
inline constexpr std::size_t plural_count = 6;

std::string_view name_of(Plural plural);
std::optional<Plural> plural_named(std::string_view name);

struct Locale {
  std::string_view code;  // of the language: "de", "pt-PT"
  Plural (*plural_of)(std::uint64_t n);
  std::string_view group;      // between thousands
  std::size_t group_from = 4;  // digits; Polish writes 1234 and 12 345

  bool uses(Plural plural) const;  // for any whole number
};

// Of a tag such as "de", "de-AT" or "pt_BR"; English if the table has it not.
const Locale& locale_of(std::string_view tag);
bool is_known_locale(std::string_view tag);

std::string format_number(std::uint64_t n, const Locale& locale);  // 1,234

// From the tag to its language: "zh-Hant-TW", "zh-Hant", "zh". With '-', in
// small letters.
std::vector<std::string> tags_of(std::string_view tag);

// By the script, if the tag names one, else by the language.
bool is_right_to_left(std::string_view tag);
inline std::string_view direction_of(std::string_view tag) {  // as HTML's `dir` has it
  return is_right_to_left(tag) ? "rtl" : "ltr";
}

}  // namespace kbgen
