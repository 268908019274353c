#include "model/versions.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/disk.h"
#include "base/html.h"
#include "base/text.h"
#include "content/version_files.h"
#include "model/routes.h"

namespace kbgen {

namespace {

// A line of a pinned page without its Markdown: "Ada, 4:51: so *it* is" for
// "- Ada, [4:51](../x/#t=291): so \*it\* is". It only understands what twin.cpp writes.
std::string plain_line(std::string_view line) {
  while (line.starts_with('#') || line.starts_with('-') || line.starts_with(' '))
    line.remove_prefix(1);
  std::string plain;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '\\' && i + 1 < line.size())
      plain += line[++i];
    else if (line.substr(i).starts_with("]("))
      i = std::min(line.find(')', i), line.size());
    else if (line[i] != '[')
      plain += line[i];
  }
  return plain;
}

std::vector<std::string> lines_of(std::string_view body) {
  std::vector<std::string> lines;
  for (std::string_view line : split(body, '\n'))
    if (!trim(line).empty()) lines.push_back(plain_line(line));
  return lines;
}

// The lines of `some` without those of `others`; one that `some` has more often is left so often.
std::vector<std::string> without(const std::vector<std::string>& some,
                                 const std::vector<std::string>& others) {
  std::multiset<std::string_view> left(others.begin(), others.end());
  std::vector<std::string> rest;
  for (const std::string& line : some) {
    auto same = left.find(line);
    if (same == left.end())
      rest.push_back(line);
    else
      left.erase(same);
  }
  return rest;
}

// The prose of a pinned version. Its links are not checked: they led to addresses that were
// published, and the lock sees to it that these stay.
Prose frozen_prose(const MarkdownHtml& markdown, const std::string& from) {
  Prose prose{markdown.html, markdown.text, {}};
  for (const MarkdownSlot& slot : markdown.slots) {
    std::size_t hash = std::min(slot.target.find('#'), slot.target.size());
    std::string path = normalize_path(from + decode_url(slot.target.substr(0, hash)));
    LinkTarget target;
    if (is_below(path, ".")) target.path = path == "." ? "index.html" : path + "/";
    if (hash < slot.target.size()) target.fragment = decode_url(slot.target.substr(hash + 1));
    prose.links.push_back({slot.kind, slot.offset, std::move(target), slot.label, {}});
  }
  return prose;
}

}  // namespace

// The page of a version is found by its present path and by its old ones.
void add_versions(const std::vector<VersionRecord>& records, const Project& project, Site& site) {
  std::map<std::string, EntityId> now;
  for (EntityId entity : all_entities(site)) {
    for (const Alias& alias : old_paths_of(site, entity))
      now.emplace(path_of_alias(alias.text), entity);
    now.insert_or_assign(path_of(site, entity), entity);
  }
  for (const VersionRecord& record : records) {
    Version version;
    version.origin.path = project.path_in_root(record.file->path);
    version.path = version_path(record.page, record.name);
    auto page = now.find(record.page);
    if (page != now.end()) version.page = page->second;
    version.page_path = version.page ? path_of(site, *version.page) : record.page;
    version.title = record.title;
    version.hash = record.name.substr(record.name.rfind('-') + 1);
    version.date = record.date;
    version.text = record.file->text;
    version.prose = frozen_prose(record.prose, version.path);
    site.versions.add(std::move(version));
  }
}

VersionChanges changes_since(const Knowledge& known, const Strings& strings,
                             const Version& version) {
  if (!version.page) return {};
  auto page = std::ranges::find(known.plan.pages, version.page, &Page::subject);
  std::vector<std::string> now = lines_of(words_of_page(known, strings, *page, version.path));
  std::vector<std::string> then = lines_of(version_body(version.text));
  return {without(now, then), without(then, now)};
}

std::vector<VersionId> versions_of(const Site& site, EntityId page) {
  std::vector<VersionId> versions;
  for (const Version& version : site.versions)
    if (version.page == page) versions.push_back(version.id);
  std::ranges::reverse(versions);
  return versions;
}

}  // namespace kbgen
