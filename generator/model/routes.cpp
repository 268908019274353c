#include "model/routes.h"

#include <algorithm>

#include "base/controls.h"
#include "base/disk.h"
#include "base/html.h"
#include "base/text.h"

namespace kbgen {

namespace {

struct Naming {
  const Site& site;
  const std::string& title(EpisodeId id) const { return site.episodes[id].title; }
  const std::string& title(PersonId id) const { return site.people[id].name; }
  const std::string& title(TopicId id) const { return site.topics[id].title; }
  const std::string& title(ResourceId id) const { return site.resources[id].title; }
  const std::string& title(ShowId id) const { return site.shows[id].title; }
  const std::string& title(StaticPageId id) const { return site.pages[id].title; }

  const std::string& slug(EpisodeId id) const { return site.episodes[id].slug; }
  const std::string& slug(PersonId id) const { return site.people[id].slug; }
  const std::string& slug(TopicId id) const { return site.topics[id].slug; }
  const std::string& slug(ResourceId id) const { return site.resources[id].slug; }
  const std::string& slug(ShowId id) const { return site.shows[id].slug; }
  const std::string& slug(StaticPageId id) const { return site.pages[id].slug; }

  const Prose& prose(EpisodeId id) const { return site.episodes[id].notes; }
  const Prose& prose(PersonId id) const { return site.people[id].about; }
  const Prose& prose(TopicId id) const { return site.topics[id].about; }
  const Prose& prose(ResourceId id) const { return site.resources[id].about; }
  const Prose& prose(ShowId) const {
    static const Prose none;
    return none;
  }
  const Prose& prose(StaticPageId id) const { return site.pages[id].body; }

  const Origin& origin(EpisodeId id) const { return site.episodes[id].origin; }
  const Origin& origin(PersonId id) const { return site.people[id].origin; }
  const Origin& origin(TopicId id) const { return site.topics[id].origin; }
  const Origin& origin(ResourceId id) const { return site.resources[id].origin; }
  const Origin& origin(ShowId) const {
    static const Origin config{"config.yaml", {}};
    return config;
  }
  const Origin& origin(StaticPageId id) const { return site.pages[id].origin; }
};

struct OldPaths {
  const Site& site;
  const std::vector<Alias>& operator()(EpisodeId id) const { return site.episodes[id].old_paths; }
  const std::vector<Alias>& operator()(PersonId id) const { return site.people[id].old_paths; }
  const std::vector<Alias>& operator()(TopicId id) const { return site.topics[id].old_paths; }
  const std::vector<Alias>& operator()(ResourceId id) const { return site.resources[id].old_paths; }
  const std::vector<Alias>& operator()(ShowId id) const { return site.shows[id].old_paths; }
  const std::vector<Alias>& operator()(StaticPageId id) const { return site.pages[id].old_paths; }
};

struct Folder {
  std::string_view operator()(EpisodeId) const { return "episodes/"; }
  std::string_view operator()(PersonId) const { return "guests/"; }
  std::string_view operator()(TopicId) const { return "topics/"; }
  std::string_view operator()(ResourceId) const { return "resources/"; }
  std::string_view operator()(ShowId) const { return "shows/"; }
  std::string_view operator()(StaticPageId) const { return ""; }
};

}  // namespace

const std::string& title_of(const Site& site, EntityId entity) {
  return std::visit([&](auto id) -> const std::string& { return Naming{site}.title(id); }, entity);
}

const std::string& slug_of(const Site& site, EntityId entity) {
  return std::visit([&](auto id) -> const std::string& { return Naming{site}.slug(id); }, entity);
}

const Prose& prose_of(const Site& site, EntityId entity) {
  return std::visit([&](auto id) -> const Prose& { return Naming{site}.prose(id); }, entity);
}

std::string source_of(const Site& site, EntityId entity) {
  return std::visit([&](auto id) { return Naming{site}.origin(id).path; }, entity);
}

std::optional<Date> updated_of(const Site& site, EntityId entity) {
  return std::visit([&](auto id) { return Naming{site}.origin(id).updated; }, entity);
}

const std::vector<Alias>& old_paths_of(const Site& site, EntityId entity) {
  return std::visit(OldPaths{site}, entity);
}

std::vector<EntityId> all_entities(const Site& site) {
  std::vector<EntityId> all;
  auto add = [&](const auto& rows) {
    for (const auto& row : rows) all.emplace_back(row.id);
  };
  add(site.episodes);
  add(site.people);
  add(site.topics);
  add(site.resources);
  add(site.shows);
  add(site.pages);
  return all;
}

std::string path_of(const Site& site, EntityId entity) {
  return std::string(std::visit(Folder(), entity)) + slug_of(site, entity) + "/";
}

std::string_view kind_name(EntityId entity) {
  static constexpr std::string_view kinds[] = {"episode",  "guest", "topic",
                                               "resource", "show",  "page"};
  return kinds[entity.index()];
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

std::string list_path(std::string_view kind) { return std::string(kind) + "/"; }

std::string summary_of(const Episode& episode) {
  constexpr std::size_t limit = 220;
  if (!episode.summary.empty()) return episode.summary;
  if (!episode.notes.text.empty()) return excerpt(episode.notes.text, limit);
  if (!episode.spoken) return "";
  return excerpt(code_point_range(episode.spoken->transcript.text, 0, 2 * limit), limit);
}

std::optional<Timecode> duration_of(const Episode& episode) {
  if (episode.audio && episode.audio->duration) return episode.audio->duration;
  return episode.spoken ? episode.spoken->duration : std::nullopt;
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
  // "%ff" is no letter, and "%252e" would be a dot to whoever decodes once more.
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
  // "a:b" alone would be read as a scheme.
  bool like_a_scheme = rest.substr(0, rest.find('/')).find(':') != rest.npos;
  if (url.empty() && (rest.empty() || like_a_scheme)) url = "./";
  url += rest;
  if (url.ends_with('/') && style == UrlStyle::from_disk) url += "index.html";
  return encode_url_path(url) + anchor;
}

}  // namespace kbgen
