// Docusaurus (https://docusaurus.io/docs/blog). Its settings are a program, which is not run: blog/
// and docs/ are taken to lie where they do unless told otherwise.

#include "base/disk.h"
#include "base/text.h"
#include "start/generator_paths.h"
#include "start/generators.h"

namespace kbgen {

namespace {

bool recognises(const std::string& folder) {
  return has_any(folder, {"docusaurus.config.js", "docusaurus.config.ts", "docusaurus.config.mjs",
                          "docusaurus.config.cjs"});
}

bool has_page(std::string_view path, const Yaml&) {
  return !has_hidden_part(path) &&
         !has_part(path, {"versioned_docs", "i18n", "build", ".docusaurus"});
}

std::string address_in_blog(const std::string& below, const std::string& slug) {
  if (!slug.empty()) return clean_address("/blog/" + slug);
  std::string at = path_without_index(below);
  std::optional<Date> date;
  std::string folder = parent_path(at), name = without_date(file_name(at), date);
  std::string day = date ? replace_all(format_date_iso(*date), "-", "/") : "";
  return clean_address("/blog/" + day + "/" + folder + "/" + name);
}

std::string address_in_docs(const ForeignPage& page, const std::string& below) {
  std::string folder;
  const std::string path = without_extension(below);
  std::vector<std::string_view> parts = split(path, '/');
  for (std::size_t i = 0; i + 1 < parts.size(); ++i) folder += "/" + without_number(parts[i]);
  std::string slug = text_of(page.front_matter, "slug"), id = text_of(page.front_matter, "id");
  if (slug.starts_with('/')) return clean_address("/docs" + slug);
  std::string name = !slug.empty() ? slug : !id.empty() ? id : without_number(parts.back());
  bool is_of_folder = name == "index" || lower_ascii(name) == "readme";
  return clean_address("/docs" + folder + "/" + (is_of_folder ? "" : name));
}

std::string address_of(const ForeignPage& page, const Yaml&) {
  std::string_view path = page.path;
  std::string slug = text_of(page.front_matter, "slug");
  if (path.starts_with("blog/")) return address_in_blog(std::string(path.substr(5)), slug);
  if (path.starts_with("docs/")) return address_in_docs(page, std::string(path.substr(5)));
  if (!path.starts_with("src/pages/")) return "";
  return clean_address("/" +
                       path_without_index(path.substr(std::string_view("src/pages/").size())));
}

}  // namespace

extern const Generator docusaurus = {
    .name = "docusaurus",
    .recognises = recognises,
    .has_page = has_page,
    .address_of = address_of,
    .media = "static",
};

}  // namespace kbgen
