// The texts of a theme in the language of the site. A strings file holds the texts of one language,
// each under a key and with placeholders in braces. A text that depends on a number, {count}, has a
// form for each plural category of the language (language/locale.h).
//
//   cite_page: Cite this page
//   mentioned_in: Mentioned in {link}
//   words:
//     one: "{count} word"
//     other: "{count} words"
#pragma once

#include <array>
#include <initializer_list>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/diagnostics.h"
#include "base/source.h"
#include "base/time.h"
#include "language/locale.h"

namespace kbgen {

// One text, in all its plural forms.
struct Message {
  struct Piece {
    std::string text;
    bool is_place = false;  // whether it is a placeholder, of which `text` is the name
  };
  using Form = std::vector<Piece>;

  const Locale* locale = nullptr;        // of the file that it comes from
  std::array<Form, plural_count> forms;  // by Plural; empty where `has_form` is false
  std::array<bool, plural_count> has_form{};
  std::set<std::string, std::less<>> places;  // names; of all forms and of the English text
  bool is_english = false;

  // Whether it is always the same text, because nothing is filled in.
  bool is_fixed() const { return places.empty() && !has_forms(); }
  bool has_forms() const;  // whether it has more than one form
  // The text, if is_fixed().
  const std::string& fixed_text() const { return forms.back().front().text; }
  const Form& form(std::uint64_t count) const;  // `other`, if the number's own form is missing
};

// All texts of a theme, in the language of the site or else in English.
class Strings {
 public:
  using Values = std::initializer_list<std::pair<std::string_view, std::string_view>>;

  // `language` is the language tag of the site.
  explicit Strings(std::string_view language = "en");

  // The languages whose files add() should be given, in this order: English, then those of the
  // site's language tag, the most specific last ("en", "pt", "pt-br"). A text that is added later
  // replaces an earlier one.
  const std::vector<std::string>& tags() const { return tags_; }
  // Adds the texts of one file. Reports `bad-yaml`, `wrong-type`, `missing-key`, `unknown-key`, and
  // placeholders that are not those of the English text: `unknown-placeholder`,
  // `missing-placeholder`. A text with a mistake is not added.
  void add(std::string_view tag, const SourceFile& file, Diagnostics& diag);

  // The text of a key; null if there is none.
  const Message* find(std::string_view key) const;
  std::vector<std::string> keys() const;  // sorted

  // The text of a key in its form `other`, with `values` for its placeholders; the key itself if
  // there is no such text. html() escapes the text, and takes the values as HTML.
  std::string text(std::string_view key, Values values = {}) const;
  std::string html(std::string_view key, Values values = {}) const;
  std::string number(std::uint64_t n) const { return format_number(n, *locale_); }
  std::string date(const Date& date) const;

  // The language of the texts: that of the last file added, or English if there was none.
  const std::string& language() const { return language_; }
  const Locale& locale() const { return *locale_; }
  // The keys whose texts are still English although the site's language is not, sorted.
  std::vector<std::string> untranslated() const;
  // The keys that no English file has, with the place of each in its own file.
  const std::map<std::string, Location, std::less<>>& own_keys() const { return own_keys_; }

 private:
  std::vector<std::string> tags_;
  std::string language_;
  const Locale* locale_;
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view key) const {
      return std::hash<std::string_view>()(key);
    }
  };
  std::unordered_map<std::string, Message, Hash, std::equal_to<>> messages_;
  std::map<std::string, Location, std::less<>> own_keys_;
};

}  // namespace kbgen
