// What generators have in common: how their files are called, and the patterns by which they make
// addresses.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "content/folder_kinds.h"
#include "start/foreign_site.h"

namespace kbgen {

bool has_any(const std::string& folder, std::initializer_list<std::string_view> names);
// Whether a file in the folder has these words, in any case.
bool has_words(const std::string& folder, std::string_view file, std::string_view words);

// Whether one of the folders of a path, or its file, is called so or begins with '_'.
bool has_part(std::string_view path, std::initializer_list<std::string_view> names);
bool has_hidden_part(std::string_view path);

std::string without_extension(std::string_view path);
// The path of a page without extension; of "talks/mill/index.md" that of its folder.
std::string path_without_index(std::string_view path);
// "2019-12-19-zola" without the date; the date is kept in `date`.
std::string without_date(std::string_view name, std::optional<Date>& date);

// "01-intro" and "1. intro" without the number, which only puts files in order.
std::string without_number(std::string_view name);

// The text of a key of front matter or settings; empty if it is none.
std::string text_of(const Yaml& map, std::string_view key);
// The date of a page: of its front matter, or of the name of its file.
std::optional<Date> date_of(const ForeignPage& page);

// What stands for the placeholders of a pattern such as "/:year/:title/".
struct AddressParts {
  std::optional<Date> date;
  std::string title, slug, name;  // the last part of the address, as `:title` … name it
  std::string path;               // of the file below its section, without extension
  std::string section;            // the folder or collection
  std::string categories;         // "a/b"
};

// The path that a pattern makes, with one '/' at its beginning; empty if a placeholder is unknown
// or has no value.
std::string address_by_pattern(std::string_view pattern, const AddressParts& parts);

// A path with one '/' at its beginning and between its parts.
std::string clean_address(std::string_view path);

}  // namespace kbgen
