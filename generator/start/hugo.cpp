// Hugo (https://gohugo.io/content-management/urls/). Pages lie below content/, and a folder with an
// index.md is one page. Sites in several languages and settings of themes are not known.

#include "base/disk.h"
#include "base/text.h"
#include "start/generator_paths.h"
#include "start/generators.h"

namespace kbgen {

namespace {

constexpr std::string_view configs[] = {"hugo.toml",
                                        "hugo.yaml",
                                        "hugo.yml",
                                        "hugo.json",
                                        "config.toml",
                                        "config.yaml",
                                        "config.json",
                                        "config/_default/hugo.toml",
                                        "config/_default/config.toml"};

bool recognises(const std::string& folder) {
  if (has_any(folder,
              {"hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json", "config/_default", "archetypes"}))
    return true;
  for (const char* file : {"config.toml", "config.yaml", "config.json"})
    if (has_words(folder, file, "baseurl")) return true;
  return false;
}

bool has_page(std::string_view path, const Yaml&) { return path.starts_with("content/"); }

// Hugo writes addresses in lower case, with hyphens for spaces.
std::string as_path(std::string_view text) { return replace_all(lower(trim(text)), " ", "-"); }

AddressParts parts_of(const ForeignPage& page) {
  AddressParts parts;
  std::string below = page.path.substr(std::string_view("content/").size());
  parts.path = path_without_index(below);
  parts.name = as_path(file_name(parts.path));
  std::size_t slash = below.find('/');
  parts.section = slash == std::string::npos ? "" : as_path(below.substr(0, slash));
  std::string slug = text_of(page.front_matter, "slug");
  parts.slug = slug.empty() ? parts.name : as_path(slug);
  parts.title = as_path(text_of(page.front_matter, "title"));
  parts.date = date_of(page);
  return parts;
}

// The pattern of the section in `permalinks`, which newer versions keep below `page`.
std::string pattern_of(const std::string& section, const Yaml& config) {
  const Yaml* patterns = config.find("permalinks");
  if (!patterns) return "";
  const Yaml* of_pages = patterns->find("page");
  if (of_pages && of_pages->is_map()) patterns = of_pages;
  return section.empty() ? "" : text_of(*patterns, section);
}

std::string address_of(const ForeignPage& page, const Yaml& config) {
  if (std::string url = text_of(page.front_matter, "url"); !url.empty()) return clean_address(url);
  AddressParts parts = parts_of(page);
  std::string pattern = pattern_of(parts.section, config);
  bool is_ugly = lower_ascii(text_of(config, "uglyURLs")) == "true";
  if (!pattern.empty()) return address_by_pattern(pattern, parts);
  std::string folder = as_path(parent_path(parts.path));
  return clean_address(folder + "/" + parts.slug + (is_ugly ? ".html" : "/"));
}

}  // namespace

extern const Generator hugo = {
    .name = "hugo",
    .recognises = recognises,
    .configs = configs,
    .has_page = has_page,
    .address_of = address_of,
    .media = "static",
};

}  // namespace kbgen
