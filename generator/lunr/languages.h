// The languages that an index can be made in. Their stemmers, stop words and
// trimmers are those of lunr-languages 1.22.0; queries need its plugin of the same
// code, except for English, which is lunr's own.
#pragma once

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>

#include "lunr/language.h"
#include "lunr/languages/danish.h"
#include "lunr/languages/dutch.h"
#include "lunr/languages/finnish.h"
#include "lunr/languages/french.h"
#include "lunr/languages/german.h"
#include "lunr/languages/hungarian.h"
#include "lunr/languages/italian.h"
#include "lunr/languages/japanese.h"
#include "lunr/languages/norwegian.h"
#include "lunr/languages/portuguese.h"
#include "lunr/languages/romanian.h"
#include "lunr/languages/russian.h"
#include "lunr/languages/spanish.h"
#include "lunr/languages/swedish.h"
#include "lunr/names.h"

namespace kbgen::lunr {

namespace detail {

inline std::string_view trim_signs(std::string_view token) {
  while (!token.empty()) {
    std::size_t next = 0;
    if (!is_sign(next_code_point(token, next))) break;
    token.remove_prefix(next);
  }
  while (!token.empty()) {
    std::size_t end = token.size();
    if (!is_sign(previous_code_point(token, end))) break;
    token.remove_suffix(token.size() - end);
  }
  return token;
}

}  // namespace detail

// Stands for any language that is not in `languages`: its words are kept as they are written.
inline constexpr Language other_language = {"", "[]", "[]", detail::trim_signs, {}, keep_word};

inline constexpr const Language* languages[] = {
    &danish::language,    &dutch::language,      &english,
    &finnish::language,   &french::language,     &german::language,
    &hungarian::language, &italian::language,    &japanese::language,
    &norwegian::language, &portuguese::language, &romanian::language,
    &russian::language,   &spanish::language,    &swedish::language,
};

// Returns the language of a tag such as "de", "de-AT" or "pt_BR"; other_language for unknown ones.
inline const Language& find_language(std::string_view tag) {
  std::string base(tag.substr(0, tag.find_first_of("-_")));
  std::transform(base.begin(), base.end(), base.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 0x20) : c; });
  if (base == "nb") base = "no";  // Bokmål, which is what Norwegian means here
  auto found = std::find_if(std::begin(languages), std::end(languages),
                            [&](const Language* language) { return language->code == base; });
  return found == std::end(languages) ? other_language : **found;
}

}  // namespace kbgen::lunr
