// Eleventy (https://www.11ty.dev/docs/permalinks/). Its settings are a program, which is not run:
// pages are looked for in the usual folders, and an address that a template would make is unknown.

#include "base/disk.h"
#include "base/text.h"
#include "start/generator_paths.h"
#include "start/generators.h"

namespace kbgen {

namespace {

bool recognises(const std::string& folder) {
  return has_any(folder, {".eleventy.js", "eleventy.config.js", "eleventy.config.mjs",
                          "eleventy.config.cjs", "eleventy.config.ts"});
}

bool has_page(std::string_view path, const Yaml&) { return !has_hidden_part(path); }

// The folders from which Eleventy is usually told to read. Their names are no part of addresses.
std::string below_input(std::string path) {
  for (std::string_view input : {"src/", "content/", "site/"})
    if (path.starts_with(input)) return path.substr(input.size());
  return path;
}

std::string address_of(const ForeignPage& page, const Yaml&) {
  std::string own = text_of(page.front_matter, "permalink");
  if (own == "false" || own.find_first_of("{<") != std::string::npos) return "";
  if (!own.empty())
    return clean_address(own.ends_with("index.html") ? own.substr(0, own.size() - 10) : own);
  std::string path = without_extension(below_input(page.path));
  std::optional<Date> date;
  std::string name = without_date(file_name(path), date);
  std::string folder = parent_path(path);
  // In talks/talks.md the name comes once, as it does where the file is called "index".
  bool is_of_folder = name == "index" || name == file_name(folder);
  return clean_address("/" + folder + "/" + (is_of_folder ? "" : name) + "/");
}

}  // namespace

extern const Generator eleventy = {
    .name = "eleventy",
    .recognises = recognises,
    .has_page = has_page,
    .address_of = address_of,
};

}  // namespace kbgen
