// The plural rules and separators of languages, as Unicode's CLDR 48 has them for whole numbers.
// The test tests/theme/strings.test.mjs compares every row with Intl of Node. Where a language has
// other digits or groups of another length, numbers still have the digits 0 to 9 and groups of
// three.

#include "language/locale.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace kbgen {

namespace {

constexpr std::string_view plural_names[] = {"zero", "one", "two", "few", "many", "other"};

bool is_between(std::uint64_t n, std::uint64_t first, std::uint64_t last) {
  return first <= n && n <= last;
}

Plural never(std::uint64_t) { return Plural::other; }
Plural one_is_one(std::uint64_t n) { return n == 1 ? Plural::one : Plural::other; }
Plural zero_is_one(std::uint64_t n) { return n <= 1 ? Plural::one : Plural::other; }

// Languages in which whole millions have a form of their own: "un million de mots".
Plural with_millions(Plural plural, std::uint64_t n) {
  return n > 0 && n % 1'000'000 == 0 ? Plural::many : plural;
}
Plural spanish(std::uint64_t n) { return with_millions(one_is_one(n), n); }
Plural french(std::uint64_t n) { return with_millions(zero_is_one(n), n); }

Plural slavic(std::uint64_t n, Plural rest) {
  if (n % 10 == 1 && n % 100 != 11) return Plural::one;
  return is_between(n % 10, 2, 4) && !is_between(n % 100, 12, 14) ? Plural::few : rest;
}
Plural russian(std::uint64_t n) { return slavic(n, Plural::many); }
Plural serbian(std::uint64_t n) { return slavic(n, Plural::other); }
Plural polish(std::uint64_t n) {
  if (n == 1) return Plural::one;
  return n % 10 == 1 ? Plural::many : slavic(n, Plural::many);
}
Plural czech(std::uint64_t n) { return is_between(n, 2, 4) ? Plural::few : one_is_one(n); }
Plural slovene(std::uint64_t n) {
  switch (n % 100) {
    case 1:
      return Plural::one;
    case 2:
      return Plural::two;
    default:
      return is_between(n % 100, 3, 4) ? Plural::few : Plural::other;
  }
}
Plural lithuanian(std::uint64_t n) {
  if (is_between(n % 100, 11, 19) || n % 10 == 0) return Plural::other;
  return n % 10 == 1 ? Plural::one : Plural::few;
}
Plural latvian(std::uint64_t n) {
  if (n % 10 == 0 || is_between(n % 100, 11, 19)) return Plural::zero;
  return n % 10 == 1 ? Plural::one : Plural::other;
}
Plural romanian(std::uint64_t n) {
  if (n == 1) return Plural::one;
  return n == 0 || is_between(n % 100, 1, 19) ? Plural::few : Plural::other;
}
Plural hebrew(std::uint64_t n) { return n == 2 ? Plural::two : one_is_one(n); }
Plural arabic(std::uint64_t n) {
  if (n <= 2) return static_cast<Plural>(n);
  if (is_between(n % 100, 3, 10)) return Plural::few;
  return n % 100 >= 11 ? Plural::many : Plural::other;
}

constexpr std::string_view space = "\u00a0", thin_space = "\u202f";

constexpr Locale locales[] = {
    {"ar", arabic, ","},          {"be", russian, space, 5},    {"bg", one_is_one, space, 5},
    {"ca", spanish, "."},         {"cs", czech, space},         {"da", one_is_one, "."},
    {"de", one_is_one, "."},      {"el", one_is_one, "."},      {"en", one_is_one, ","},
    {"es", spanish, ".", 5},      {"et", one_is_one, space, 5}, {"eu", one_is_one, "."},
    {"fa", zero_is_one, ","},     {"fi", one_is_one, space},    {"fr", french, thin_space},
    {"gl", one_is_one, "."},      {"he", hebrew, ","},          {"hr", serbian, "."},
    {"hu", one_is_one, space, 5}, {"id", never, "."},           {"it", spanish, ".", 5},
    {"ja", never, ","},           {"ko", never, ","},           {"lt", lithuanian, space},
    {"lv", latvian, space, 5},    {"ms", never, ","},           {"nb", one_is_one, space},
    {"nl", one_is_one, "."},      {"nn", one_is_one, space},    {"no", one_is_one, space},
    {"pl", polish, space, 5},     {"pt", french, "."},          {"pt-PT", spanish, space, 5},
    {"ro", romanian, "."},        {"ru", russian, space},       {"sk", czech, space},
    {"sl", slovene, ".", 5},      {"sr", serbian, "."},         {"sv", one_is_one, space},
    {"th", never, ","},           {"tr", one_is_one, "."},      {"uk", russian, space},
    {"ur", one_is_one, ","},      {"vi", never, "."},           {"zh", never, ","},
};

constexpr std::string_view right_to_left[] = {"ar", "arc", "ckb", "dv", "fa", "he", "iw",
                                              "ks", "ps",  "sd",  "ug", "ur", "yi"};
constexpr std::string_view right_to_left_scripts[] = {"adlm", "arab", "hebr", "nkoo",
                                                      "rohg", "syrc", "thaa"};

const Locale* find_locale(std::string_view tag) {
  for (const std::string& part : tags_of(tag))
    for (const Locale& locale : locales)
      if (equals_ignoring_ascii_case(locale.code, part)) return &locale;
  return nullptr;
}

}  // namespace

std::string_view name_of(Plural plural) { return plural_names[static_cast<std::size_t>(plural)]; }

std::optional<Plural> plural_named(std::string_view name) {
  auto found = std::ranges::find(plural_names, name);
  if (found == std::end(plural_names)) return std::nullopt;
  return static_cast<Plural>(found - std::begin(plural_names));
}

// It is enough to try these numbers: the rules only look at the last two digits, at small numbers
// and at millions.
bool Locale::uses(Plural plural) const {
  for (std::uint64_t n = 0; n < 200; ++n)
    if (plural_of(n) == plural) return true;
  return plural == Plural::other || plural_of(1'000'000) == plural;
}

const Locale& locale_of(std::string_view tag) {
  static const Locale& english = *find_locale("en");
  const Locale* found = find_locale(tag);
  return found ? *found : english;
}

bool is_known_locale(std::string_view tag) { return find_locale(tag) != nullptr; }

std::string format_number(std::uint64_t n, const Locale& locale) {
  std::string digits = std::to_string(n), out;
  if (digits.size() < locale.group_from) return digits;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) out += locale.group;
    out += digits[i];
  }
  return out;
}

std::vector<std::string> tags_of(std::string_view tag) {
  std::string rest = replace_all(lower_ascii(tag), "_", "-");
  std::vector<std::string> tags;
  while (!rest.empty()) {
    tags.push_back(rest);
    std::size_t last = rest.rfind('-');
    rest.resize(last == std::string::npos ? 0 : last);
  }
  return tags;
}

bool is_right_to_left(std::string_view tag) {
  std::vector<std::string> tags = tags_of(tag);
  if (tags.empty()) return false;
  for (std::string_view part : split(tags.front(), '-')) {
    if (std::ranges::find(right_to_left_scripts, part) != std::end(right_to_left_scripts))
      return true;
    if (part.size() == 4 && part != tags.back()) return false;  // a script from left to right
  }
  return std::ranges::find(right_to_left, tags.back()) != std::end(right_to_left);
}

}  // namespace kbgen
