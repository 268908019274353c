// Zola (https://www.getzola.org/documentation/content/page/). Pages lie below content/, and a date
// in front of a file's name is no part of the address.

#include "base/disk.h"
#include "base/text.h"
#include "start/generator_paths.h"
#include "start/generators.h"

namespace kbgen {

namespace {

constexpr std::string_view configs[] = {"zola.toml", "config.toml"};

bool recognises(const std::string& folder) {
  return has_any(folder, {"zola.toml"}) || has_words(folder, "config.toml", "base_url");
}

bool has_page(std::string_view path, const Yaml&) { return path.starts_with("content/"); }

std::string address_of(const ForeignPage& page, const Yaml&) {
  if (std::string path = text_of(page.front_matter, "path"); !path.empty())
    return clean_address("/" + path + "/");
  std::string at = path_without_index(page.path.substr(std::string_view("content/").size()));
  std::optional<Date> date;
  std::string slug = text_of(page.front_matter, "slug");
  if (slug.empty()) slug = slugify(without_date(file_name(at), date));
  return clean_address("/" + parent_path(at) + "/" + slug + "/");
}

}  // namespace

extern const Generator zola = {
    .name = "zola",
    .recognises = recognises,
    .configs = configs,
    .has_page = has_page,
    .address_of = address_of,
    .media = "static",
};

}  // namespace kbgen
