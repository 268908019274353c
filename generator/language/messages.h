// The words of a theme, in one language each file: a key and its text, with
// places for what is filled in. `one:`, `other:` and the other categories of CLDR
// (language/locale.h) tell how a text goes with a number, `count`.
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

struct Message {
  struct Piece {
    std::string text;
    bool is_place = false;  // then `text` is its name
  };
  using Form = std::vector<Piece>;

  const Locale* locale = nullptr;  // of the file that it stands in
  std::array<Form, plural_count> forms;
  std::array<bool, plural_count> has_form{};
  std::set<std::string, std::less<>> places;  // of all forms, and of the English text
  bool is_english = false;

  // Where no number and nothing else is filled in.
  bool is_fixed() const { return places.empty() && !has_forms(); }
  bool has_forms() const;  // more than one
  const std::string& fixed_text() const { return forms.back().front().text; }
  const Form& form(std::uint64_t count) const;  // `other`, where it lacks that number's own
};

class Strings {
 public:
  using Values = std::initializer_list<std::pair<std::string_view, std::string_view>>;

  // `language`: of the site.
  explicit Strings(std::string_view language = "en");

  // The files to read, by language and in this order: English, then those of the site's language,
  // the most exact last. What is added later counts.
  const std::vector<std::string>& tags() const { return tags_; }
  // Reports `bad-yaml`, `wrong-type`, `missing-key`, `unknown-key`, and placeholders that are not
  // those of the English text: `unknown-placeholder`, `missing-placeholder`.
  void add(std::string_view tag, const SourceFile& file, Diagnostics& diag);

  // Null if there is none of that key.
  const Message* find(std::string_view key) const;
  std::vector<std::string> keys() const;  // sorted

  // Of a key that there is, as text; html() escapes the text and takes the values as they are.
  std::string text(std::string_view key, Values values = {}) const;
  std::string html(std::string_view key, Values values = {}) const;
  std::string number(std::uint64_t n) const { return format_number(n, *locale_); }
  std::string date(const Date& date) const;

  // Of the texts: English where the site's language has no file.
  const std::string& language() const { return language_; }
  const Locale& locale() const { return *locale_; }
  // The keys that are English still on a site of another language, sorted.
  std::vector<std::string> untranslated() const;
  // Keys that are in no English file, with the place of each.
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
