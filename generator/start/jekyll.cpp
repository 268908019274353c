// Jekyll (https://jekyllrb.com/docs/permalinks/). Posts lie in _posts, and in folders of that name
// further down, whose parents are their categories; other folders that begin with '_' are
// collections if _config.yml says so. Settings of plugins are not known.

#include <algorithm>

#include "base/disk.h"
#include "base/text.h"
#include "start/generator_paths.h"
#include "start/generators.h"

namespace kbgen {

namespace {

constexpr std::string_view configs[] = {"_config.yml", "_config.yaml"};

bool recognises(const std::string& folder) {
  return has_any(folder, {"_config.yml", "_config.yaml", "_posts"});
}

// The settings of a collection; null if it is none.
const Yaml* collection_of(std::string_view name, const Yaml& config) {
  const Yaml* all = config.find("collections");
  return all ? all->find(name) : nullptr;
}

bool is_collection(std::string_view name, const Yaml& config) {
  const Yaml* all = config.find("collections");
  bool is_listed =
      all && std::ranges::any_of(all->items, [&](const Yaml& item) { return item.text == name; });
  return is_listed || collection_of(name, config) || kind_of_folder(name);
}

bool has_page(std::string_view path, const Yaml& config) {
  if (has_part(path, {"_site", "_includes", "_layouts", "_data", "_sass"})) return false;
  for (std::string_view part : split(path, '/'))
    if (part.starts_with('_') && part != "_posts" && part != "_drafts" &&
        !is_collection(part.substr(1), config))
      return false;
  return true;
}

// The folder that makes a page a post or one of a collection: "_posts"; empty for other pages.
std::string section_of(std::string_view path) {
  for (std::string_view part : split(path, '/'))
    if (part.starts_with('_')) return std::string(part);
  return "";
}

// "a/b": the folders above _posts, then what the front matter says, as a list or as words.
std::string categories_of(const ForeignPage& page) {
  std::vector<std::string> categories;
  std::size_t above = page.path.find("_posts/");
  if (above != std::string::npos && above > 0)
    categories.push_back(lower(page.path.substr(0, above - 1)));
  for (const char* key : {"category", "categories"}) {
    const Yaml* value = page.front_matter.find(key);
    if (!value) continue;
    for (std::string_view word : split_words(value->text)) categories.push_back(lower(word));
    for (const Yaml& item : value->items)
      if (item.is_scalar()) categories.push_back(lower(trim(item.text)));
  }
  return replace_all(join(categories, "/"), " ", "%20");
}

AddressParts parts_of(const ForeignPage& page) {
  AddressParts parts;
  parts.section = section_of(page.path);
  std::string below = page.path;
  if (!parts.section.empty())
    below = page.path.substr(page.path.find(parts.section + "/") + parts.section.size() + 1);
  if (!parts.section.empty()) parts.section.erase(0, 1);
  bool is_post = parts.section == "posts" || parts.section == "drafts";
  std::optional<Date> of_name;
  parts.name = file_stem(page.path);
  if (is_post) parts.name = without_date(parts.name, of_name);
  parts.path = without_extension(below);
  std::string slug = text_of(page.front_matter, "slug");
  parts.title = slug.empty() ? parts.name : slug;
  parts.slug = slugify(parts.title);
  parts.date = date_of(page);
  parts.categories = is_post ? categories_of(page) : "";
  return parts;
}

// The pattern that a style of addresses stands for.
std::string pattern_of_posts(const std::string& setting) {
  if (setting.empty() || setting == "date")
    return "/:categories/:year/:month/:day/:title:output_ext";
  if (setting == "pretty") return "/:categories/:year/:month/:day/:title/";
  if (setting == "ordinal") return "/:categories/:year/:y_day/:title:output_ext";
  if (setting == "none") return "/:categories/:title:output_ext";
  return setting;
}

std::string pattern_of(const AddressParts& parts, const Yaml& config) {
  std::string setting = text_of(config, "permalink");
  if (parts.section == "posts" || parts.section == "drafts") return pattern_of_posts(setting);
  bool is_pretty = setting == "pretty" || setting.ends_with('/');
  std::string ending = is_pretty ? "/" : ":output_ext";
  if (parts.section.empty()) return "/:path" + ending;
  const Yaml* collection = collection_of(parts.section, config);
  if (!collection || text_of(*collection, "output") != "true") return "";
  std::string own = text_of(*collection, "permalink");
  return own.empty() ? "/:collection/:path" + ending : own;
}

// The address that `defaults` of the settings give to a page; of several that concern it the last.
std::string default_permalink(const ForeignPage& page, const AddressParts& parts,
                              const Yaml& config) {
  std::string permalink;
  const Yaml* defaults = config.find("defaults");
  if (!defaults) return permalink;
  for (const Yaml& item : defaults->items) {
    const Yaml* scope = item.find("scope");
    const Yaml* values = item.find("values");
    if (!scope || !values) continue;
    std::string type = text_of(*scope, "type"), path = text_of(*scope, "path");
    bool is_of_type = type.empty() || type == (parts.section.empty() ? "pages" : parts.section);
    bool is_meant = is_of_type && page.path.starts_with(path);
    if (std::string own = text_of(*values, "permalink"); is_meant && !own.empty()) permalink = own;
  }
  return permalink;
}

std::string address_of(const ForeignPage& page, const Yaml& config) {
  AddressParts parts = parts_of(page);
  std::string own = text_of(page.front_matter, "permalink");
  if (own.empty()) own = default_permalink(page, parts, config);
  if (own.empty() && parts.section.empty() && file_stem(page.path) == "index")
    return clean_address(parent_path(page.path) + "/");
  return address_by_pattern(own.empty() ? pattern_of(parts, config) : own, parts);
}

}  // namespace

extern const Generator jekyll = {
    .name = "jekyll",
    .recognises = recognises,
    .configs = configs,
    .has_page = has_page,
    .address_of = address_of,
};

}  // namespace kbgen
