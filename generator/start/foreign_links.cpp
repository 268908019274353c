#include "start/foreign_links.h"

#include "base/controls.h"
#include "base/disk.h"
#include "base/html.h"
#include "base/text.h"
#include "content/file_kinds.h"
#include "start/generator_paths.h"

namespace kbgen {

namespace {

// An address without what servers ignore: "/a/b/", "/a/b", "/a/b.html" and "/a/b/index.html" are
// one.
std::string plain_address(std::string_view address) {
  std::string path = normalize_path(clean_address(address).substr(1));
  for (std::string_view ending : {".html", ".htm"})
    if (path.ends_with(ending)) path.erase(path.size() - ending.size());
  if (path == "index") return ".";
  return path.ends_with("/index") ? path.substr(0, path.size() - 6) : path;
}

// A target without what stands behind '#' or '?'; empty if it is the name of no file ("%ff").
std::string path_part(std::string_view target) {
  std::string path = decode_url(target.substr(0, target.find_first_of("#?")));
  return is_plain_name(path) ? path : "";
}

// The parts of a path without the underscores of Jekyll, and without assets/, where kbgen has files
// of its own.
std::string path_of_copy(std::string_view path) {
  std::string copy;
  for (std::string_view part : split(path, '/')) {
    while (part.starts_with('_')) part.remove_prefix(1);
    if (copy.empty() && (part == "assets" || part == "content")) part = "images";
    copy += (copy.empty() ? "" : "/") + std::string(part);
  }
  return copy;
}

}  // namespace

ForeignLinks::ForeignLinks(const ForeignSite& site) : site_(site) {
  for (std::size_t i = 0; i < site.pages.size(); ++i) {
    const ForeignPage& page = site.pages[i];
    by_path_.emplace(page.path, i);
    by_path_.emplace(path_without_index(page.path), i);
    if (!page.address.empty()) by_address_.emplace(plain_address(page.address), i);
    for (const std::string& name : {page.name, file_stem(page.path), file_name(page.path)})
      by_name_.emplace(fold(name), i);
    by_name_.emplace(fold(text_of(page.front_matter, "title")), i);
  }
  by_name_.erase("");
  for (const std::string& path : site.others) {
    if (!is_medium(path)) continue;
    auto [known, is_new] = medium_of_name_.emplace(file_name(path), path);
    if (!is_new) known->second.clear();
  }
}

std::optional<std::size_t> ForeignLinks::page_of(std::string_view target,
                                                 const ForeignPage& from) const {
  // Zola begins links to files with "@/".
  if (target.starts_with("@/")) target.remove_prefix(1);
  if (!site_.base.empty() && target.starts_with(site_.base + "/"))
    target.remove_prefix(site_.base.size());
  std::string path = path_part(target);
  if (path.empty() || is_external_url(target)) return std::nullopt;
  std::string below(path.starts_with('/') ? path.substr(1) : path);
  auto in = [](const Index& index, const std::string& key) {
    auto found = index.find(key);
    return found == index.end() ? std::nullopt : std::optional(found->second);
  };
  if (path.starts_with('/'))
    if (auto page = in(by_address_, plain_address(path))) return page;
  for (const std::string& at :
       {join_path(parent_path(from.path), below), below, "content/" + below})
    if (auto page = in(by_path_, path_without_index(normalize_path(at)))) return page;
  // Hugo's `ref` and Jekyll's `post_url` may name a file alone.
  bool is_name = path.find('/') == path.npos && path.find('.') == path.find(".md");
  return is_name ? in(by_name_, fold(path)) : std::nullopt;
}

std::optional<std::size_t> ForeignLinks::page_called(std::string_view name) const {
  if (auto found = by_name_.find(fold(name)); found != by_name_.end()) return found->second;
  if (auto found = by_path_.find(std::string(name)); found != by_path_.end()) return found->second;
  return std::nullopt;
}

std::optional<ForeignLinks::Medium> ForeignLinks::medium_of(std::string_view target,
                                                            const ForeignPage& from) const {
  std::string path = path_part(target);
  if (path.empty() || is_external_url(target) || !is_medium(path)) return std::nullopt;
  struct Place {
    std::string file, copy;  // below the folder; below the content folder
  };
  std::vector<Place> places;
  std::string below = normalize_path(path.starts_with('/') ? path.substr(1) : path);
  if (!path.starts_with('/')) {
    std::string beside = normalize_path(join_path(parent_path(from.path), path));
    std::string copy = path_of_copy(beside);
    places.push_back({beside, copy.starts_with("images/") ? copy : "images/" + copy});
  }
  places.push_back({join_path(site_.media, below), path_of_copy(below)});
  places.push_back({below, path_of_copy(below)});
  // Programs that we do not know by name keep the files of the site's top in one of these, too.
  for (const char* top : {"public", "static", "src/assets", "assets"})
    places.push_back({join_path(top, below), path_of_copy(below)});
  // Obsidian finds a file by its name alone, wherever it lies.
  if (auto found = medium_of_name_.find(path); found != medium_of_name_.end())
    if (const std::string& file = found->second; !file.empty()) {
      std::string copy = path_of_copy(file);
      places.push_back({file, copy.starts_with("images/") ? copy : "images/" + copy});
    }
  for (const Place& place : places) {
    std::string file = join_path(site_.folder, place.file);
    bool is_ours = is_below(place.file, ".") && is_below(place.copy, ".") &&
                   is_plain_name(place.file) && kind_of_path(file) == PathKind::file &&
                   is_really_below(file, site_.folder);
    if (is_ours) return Medium{file, place.copy};
  }
  return std::nullopt;
}

}  // namespace kbgen
