#include "start/generators.h"

#include <algorithm>

#include "base/disk.h"
#include "base/encoding.h"
#include "base/front_matter.h"
#include "base/text.h"
#include "base/toml.h"
#include "base/yaml_of_json.h"
#include "content/file_kinds.h"
#include "content/file_name_facts.h"
#include "content/unfenced_front_matter.h"
#include "start/data_files.h"
#include "start/data_people.h"
#include "start/foreign_settings.h"
#include "start/generator_paths.h"
#include "start/html_to_markdown.h"
#include "start/markdown_html.h"

namespace kbgen {

extern const Generator hexo, jekyll, zola, hugo, eleventy, docusaurus, obsidian, podlove_export,
    wordpress_xml, markdown_folder;

std::span<const Generator* const> generators() {
  // The first one that recognises a folder is asked, so what knows least comes last.
  static constexpr const Generator* table[] = {
      &hexo,       &jekyll,   &zola,           &hugo,          &eleventy,
      &docusaurus, &obsidian, &podlove_export, &wordpress_xml, &markdown_folder,
  };
  return table;
}

std::vector<std::string> generator_names() {
  std::vector<std::string> names;
  for (const Generator* one : generators()) names.emplace_back(one->name);
  return names;
}

const Generator* find_generator(std::string_view name) {
  for (const Generator* one : generators())
    if (one->name == name) return one;
  return nullptr;
}

const Generator* generator_of(const std::string& folder) {
  for (const Generator* one : generators())
    if (one->recognises(folder)) return one;
  return nullptr;
}

namespace {

bool is_page_of_markdown(const std::string& path) {
  return is_markdown_file(path) || file_extension(path) == ".mdx";
}

bool is_html(const std::string& path) { return file_extension(path) == ".html"; }

Yaml read_settings(const std::string& folder, const Generator& generator, Diagnostics& diag) {
  for (std::string_view name : generator.configs) {
    std::optional<std::string> bytes = read_file_if_any(join_path(folder, name), diag);
    if (!bytes) continue;
    // What is wrong in the settings of another program is not for us to say: an address that
    // follows from them is then unknown.
    Diagnostics of_others;
    SourceFile file = decode_source(std::string(name), *bytes, of_others);
    std::string extension = file_extension(file.path);
    std::optional<Yaml> settings = extension == ".toml" ? parse_toml(whole_file(file), of_others)
                                   : extension == ".json"
                                       ? parse_json_as_yaml(whole_file(file), of_others)
                                       : parse_yaml(whole_file(file), of_others);
    if (!settings) return {};
    return *settings;
  }
  return {};
}

// Whether the file at `path` below `folder` lies in one of the folders, which themselves lie in it.
bool is_in_one_of(const std::vector<std::string>& folders, const std::string& folder,
                  const std::string& path) {
  std::string all = absolute_path(folder), file = absolute_path(join_path(folder, path));
  return std::ranges::any_of(folders, [&](const std::string& one) {
    std::string own = absolute_path(one);
    return own != all && is_below(own, all) && is_below(file, own);
  });
}

// Why a file that could be a page is none; empty if it is one.
std::string why_no_page(const std::string& path, const Generator& generator, const Yaml& config) {
  if (is_about_the_folder(path)) return "a file about the folder";
  if (!generator.has_page(path, config)) return "no page of the site";
  bool lists_a_section = file_stem(path) == "_index" &&
                         (parent_path(path).empty() || !kind_of_path_of(parent_path(path)));
  return lists_a_section ? "a list, which kbgen makes itself" : "";
}

// The Markdown without the lines by which MDX brings components in: `import X from "./x";`.
std::string without_imports(std::string_view markdown) {
  std::string kept;
  for (std::string_view line : split(markdown, '\n')) {
    std::string_view text = trim_right(line);
    if (text.ends_with(';')) text.remove_suffix(1);
    bool is_import = text.starts_with("import ") && (text.ends_with('"') || text.ends_with('\''));
    if (!is_import) kept += std::string(line) + "\n";
  }
  if (!kept.empty()) kept.pop_back();
  return kept;
}

// "a b" of "a %%not for others%% b". A sign that nothing closes is text.
std::string without_percent_comments(std::string_view markdown) {
  std::string kept;
  while (true) {
    std::size_t begin = markdown.find("%%");
    std::size_t end = begin == markdown.npos ? begin : markdown.find("%%", begin + 2);
    if (end == markdown.npos) return kept + std::string(markdown);
    kept += markdown.substr(0, begin);
    markdown.remove_prefix(end + 2);
    if (kept.ends_with(' ') && markdown.starts_with(' ')) markdown.remove_prefix(1);
  }
}

bool is_said_to_be_draft(const Yaml& keys) {
  for (const char* key : {"draft", "isDraft", "is_draft"})
    if (text_of(keys, key) == "true") return true;
  for (const char* key : {"published", "isPublished", "is_published"})
    if (text_of(keys, key) == "false") return true;
  std::string status = lower_ascii(text_of(keys, "status"));
  return status == "draft" || status == "unpublished" || status == "private";
}

}  // namespace

std::optional<ForeignPage> read_foreign_page(const std::string& folder, const std::string& path,
                                             Diagnostics& diag) {
  std::optional<std::string> bytes = read_file(join_path(folder, path), diag);
  if (!bytes) return std::nullopt;
  ForeignPage page;
  page.path = path;
  page.source =
      std::make_shared<const SourceFile>(decode_source(join_path(folder, path), *bytes, diag));
  std::optional<FrontMatter> front = find_front_matter(*page.source);
  if (!front && is_html(path)) return std::nullopt;
  std::optional<UnfencedFrontMatter> unfenced;
  if (!front) unfenced = find_unfenced_front_matter(*page.source);
  std::optional<Yaml> yaml = front ? read_front_matter(*front, diag) : Yaml();
  if (!yaml) return std::nullopt;
  if (unfenced) yaml = std::move(unfenced->fields);
  if (yaml->is_map()) page.front_matter = std::move(*yaml);
  page.body = front ? front->body.text() : unfenced ? unfenced->body.text() : page.source->text;
  page.media = media_of_page(page.body);
  page.body = is_html(path) ? html_to_markdown(page.body)
                            : markdown_without_html(without_imports(page.body));
  std::optional<Date> date;
  bool is_of_folder = file_stem(path) == "_index";
  page.name = without_date(is_of_folder ? file_name(parent_path(path)) : telling_name(path), date);
  page.kind = is_of_folder ? kind_of_path_of(parent_path(path)) : kind_of_path_of(path);
  page.is_draft = has_part(path, {"_drafts", "drafts"}) || is_said_to_be_draft(page.front_matter);
  if (has_part(path, {"_drafts"})) page.kind = ContentKind::episode;
  return page;
}

ForeignSite read_foreign_site(const std::string& folder, const Generator& generator,
                              const std::vector<std::string>& own, Diagnostics& diag) {
  if (generator.read) return generator.read(folder, diag);
  ForeignSite site;
  site.folder = folder;
  site.media = generator.media;
  const Yaml config = read_settings(folder, generator, diag);
  site.settings = site_settings_of(config);
  for (const std::string& path : list_files(folder, diag)) {
    if (has_part(path, {"node_modules", "vendor"}) || is_in_one_of(own, folder, path)) continue;
    bool is_post_in_html = is_html(path) && kind_of_path_of(path) == ContentKind::episode;
    if (!is_page_of_markdown(path) && !is_post_in_html) {
      (may_be_transcript_file(path) ? site.transcripts : site.others).push_back(path);
      continue;
    }
    std::string why = why_no_page(path, generator, config);
    if (!why.empty()) {
      site.left_out[why].push_back(path);
      continue;
    }
    std::optional<ForeignPage> page = read_foreign_page(folder, path, diag);
    if (!page) continue;
    page->address = generator.address_of(*page, config);
    if (generator.has_percent_comments) page->body = without_percent_comments(page->body);
    site.pages.push_back(std::move(*page));
  }
  take_data_people(site, diag);
  take_data_episodes(site, diag);
  return site;
}

}  // namespace kbgen
