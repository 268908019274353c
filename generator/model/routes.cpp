#include "model/routes.h"

#include <algorithm>

#include "base/controls.h"
#include "base/disk.h"
#include "base/html.h"
#include "base/text.h"

namespace kbgen {

std::string path_of(PageKind kind) {
  if (kind == PageKind::home) return "";
  if (kind == PageKind::not_found) return "404.html";
  return std::string(name_of(kind)) + "/";
}

static std::string path_in(std::string_view folder, std::string_view slug) {
  return (folder.empty() ? "" : std::string(folder) + "/") + std::string(slug) + "/";
}

std::string path_of(const Site& site, EntityId entity) {
  return path_in(kind_of(entity).folder, slug_of(site, entity));
}

std::string path_of(ContentKind kind, std::string_view slug) {
  const auto* row = std::ranges::find(entity_kinds, kind, &EntityKind::content);
  return path_in(row->folder, slug);
}

std::string version_path(std::string_view page, std::string_view name) {
  return std::string(page) + "v/" + std::string(name) + "/";
}

std::string feed_path(const Site& site, EntityId entity) {
  return path_of(site, entity) + "feed.xml";
}

std::string transcript_path(const Site& site, EpisodeId episode, std::string_view extension) {
  return path_of(site, episode) + "transcript" + std::string(extension);
}

std::string output_path(std::string_view url_path) {
  bool is_folder = url_path.empty() || url_path.ends_with('/');
  return std::string(url_path) + (is_folder ? "index.html" : "");
}

std::string path_of_alias(std::string_view alias) {
  if (is_external_url(alias) || alias.find_first_of("?#") != alias.npos) return "";
  std::string path = decode_url(trim(alias));
  while (path.starts_with('/')) path.erase(0, 1);
  std::string clean = normalize_path(path);
  // A '%' that is left may be "%ff", which is no text, or "%2e" from "%252e", which a server that
  // decodes twice would take for a dot.
  bool has_escape = clean.find('%') != clean.npos;
  if (clean == "." || has_escape || !is_plain_name(clean) || !is_below(clean, ".")) return "";
  bool is_file = file_extension(clean) == ".html" || file_extension(clean) == ".htm";
  return is_file ? clean : clean + "/";
}

std::string relative_url(std::string_view from, std::string_view to, std::string_view fragment,
                         UrlStyle style) {
  std::string anchor = fragment.empty() ? "" : "#" + encode_url_path(fragment);
  if (from == to && !anchor.empty()) return anchor;
  std::size_t shared = 0;
  for (std::size_t i = 0; i < from.size() && i < to.size() && from[i] == to[i]; ++i)
    if (from[i] == '/') shared = i + 1;
  std::string url;
  for (char c : from.substr(shared))
    if (c == '/') url += "../";
  std::string_view rest = to.substr(shared);
  // A browser would take "a:" in "a:b" for a scheme.
  bool like_a_scheme = rest.substr(0, rest.find('/')).find(':') != rest.npos;
  if (url.empty() && (rest.empty() || like_a_scheme)) url = "./";
  url += rest;
  if (url.ends_with('/') && style == UrlStyle::from_disk) url += "index.html";
  return encode_url_path(url) + anchor;
}

}  // namespace kbgen
