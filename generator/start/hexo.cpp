// Hexo (https://hexo.io/docs/permalinks). Its pages lie below source/, posts in source/_posts, and
// its patterns for addresses are those of Jekyll. Settings of plugins are not known.

#include "base/disk.h"
#include "base/text.h"
#include "start/generator_paths.h"
#include "start/generators.h"

namespace kbgen {

namespace {

constexpr std::string_view configs[] = {"_config.yml", "_config.yaml"};

bool recognises(const std::string& folder) {
  return has_any(folder, {"_config.yml", "_config.yaml"}) && has_any(folder, {"source/_posts"});
}

bool has_page(std::string_view path, const Yaml&) {
  if (!path.starts_with("source/")) return false;
  for (std::string_view part : split(path, '/'))
    if (part.starts_with('_') && part != "_posts" && part != "_drafts") return false;
  return true;
}

std::string address_of(const ForeignPage& page, const Yaml& config) {
  std::string below = page.path.substr(std::string_view("source/").size());
  if (std::string own = text_of(page.front_matter, "permalink"); !own.empty())
    return clean_address("/" + own);
  if (!below.starts_with("_posts/"))
    return clean_address("/" + path_without_index(below) +
                         (file_stem(below) == "index" ? "/" : ".html"));
  AddressParts parts;
  std::optional<Date> of_name;
  // `:title` is the path of the file below _posts, `:name` its own name.
  parts.path = without_extension(below.substr(std::string_view("_posts/").size()));
  parts.name = parts.slug = without_date(file_name(parts.path), of_name);
  std::string folder = parent_path(parts.path);
  parts.title = folder.empty() ? parts.name : folder + "/" + parts.name;
  parts.date = date_of(page);
  std::string pattern = text_of(config, "permalink");
  return address_by_pattern(pattern.empty() ? ":year/:month/:day/:title/" : pattern, parts);
}

}  // namespace

extern const Generator hexo = {
    .name = "hexo",
    .recognises = recognises,
    .configs = configs,
    .has_page = has_page,
    .address_of = address_of,
    .media = "source",
};

}  // namespace kbgen
