#include "citations/reference.h"

#include <algorithm>

#include "base/html.h"
#include "base/suggest.h"
#include "base/text.h"
#include "model/routes.h"
#include "model/spoken.h"

namespace kbgen {

namespace {

using Resolved = std::variant<CitedPlace, UnknownReference>;

CitedMoment moment_of(const SpokenText& spoken, std::size_t paragraph) {
  const Speaker* speaker = spoken.speaker_of(static_cast<std::uint32_t>(paragraph));
  return {spoken.fragments[paragraph], spoken.layout.paragraphs[paragraph].start,
          speaker ? speaker->name : ""};
}

// As told, else when the last words end; nothing if only beginnings are known.
std::optional<Timecode> end_of(const Episode& episode) {
  if (episode.audio && episode.audio->duration) return episode.audio->duration;
  const std::vector<Cue>& cues = episode.spoken->transcript.cues;
  return cues.empty() ? std::nullopt : cues.back().end;
}

// By its time, else by its fragment.
Resolved find_moment(const Site& site, EntityId entity, std::string_view where) {
  auto* id = std::get_if<EpisodeId>(&entity);
  const std::string& title = title_of(site, entity);
  if (!id || !site.episodes[*id].spoken)
    return UnknownReference{"'" + title + "' has no moments: there is no transcript", ""};
  const SpokenText& spoken = *site.episodes[*id].spoken;
  auto fragment = std::ranges::find(spoken.fragments, where);
  if (fragment != spoken.fragments.end())
    return CitedPlace{
        entity, moment_of(spoken, static_cast<std::size_t>(fragment - spoken.fragments.begin()))};
  std::optional<Timecode> time = parse_timecode(where.starts_with("t=") ? where.substr(2) : where);
  std::optional<std::uint32_t> paragraph = time ? paragraph_at(spoken, *time) : std::nullopt;
  if (!time)
    return UnknownReference{
        "'" + std::string(where) + "' is no time and no paragraph of '" + title + "'",
        did_you_mean(where, spoken.fragments)};
  if (!paragraph) return UnknownReference{"the transcript of '" + title + "' tells no times", ""};
  std::optional<Timecode> end = end_of(site.episodes[*id]);
  if (end && *time > *end)
    return UnknownReference{"'" + title + "' ends at " + format_timecode(*end), ""};
  CitedPlace place{entity, moment_of(spoken, *paragraph)};
  if (place.moment->time != time) place.asked = time;
  return place;
}

Resolved with_moment(const Site& site, EntityId entity, std::string_view where) {
  if (where.empty()) return CitedPlace{entity, std::nullopt};
  return find_moment(site, entity, where);
}

// "/topics/x/index.html" → "topics/x/"
std::string plain_path(std::string_view path) {
  while (path.starts_with('/')) path.remove_prefix(1);
  path = path.substr(0, path.find('?'));
  if (path.ends_with("/index.html")) path.remove_suffix(std::string_view("index.html").size());
  std::string plain = decode_url(path);
  return plain.ends_with('/') ? plain : plain + "/";
}

UnknownReference unknown(std::string_view what, std::string_view name,
                         const std::vector<std::string>& known) {
  return {"there is no " + std::string(what) + " '" + std::string(name) + "'",
          did_you_mean(name, known)};
}

Resolved resolve_path(const Site& site, std::string_view path, std::string_view fragment) {
  std::string wanted = plain_path(path);
  std::vector<std::string> known;
  for (EntityId entity : all_entities(site)) {
    known.push_back(path_of(site, entity));
    if (known.back() != wanted) continue;
    // #notes and the like are places of the page, too.
    Resolved moment = with_moment(site, entity, decode_url(fragment));
    if (std::holds_alternative<CitedPlace>(moment) || fragment.starts_with("t=") ||
        fragment.starts_with("p-"))
      return moment;
    return CitedPlace{entity, std::nullopt};
  }
  return unknown("page", wanted, known);
}

// `kind` is empty for an episode's slug alone, which may be that of another
// kind if no episode has it.
Resolved resolve_slug(const Site& site, std::string_view kind, std::string_view slug,
                      std::string_view where) {
  std::vector<std::string> known;
  for (EntityId entity : all_entities(site)) {
    if (!kind.empty() && kind_of(entity).name != kind) continue;
    if (slug_of(site, entity) == slug) return with_moment(site, entity, where);
    known.push_back(slug_of(site, entity));
  }
  return unknown(kind.empty() ? "page" : kind, slug, known);
}

}  // namespace

Resolved resolve_reference(const Site& site, const Config& config, std::string_view reference) {
  reference = trim(reference);
  std::size_t hash = reference.find('#');
  std::string_view fragment = hash == std::string_view::npos ? "" : reference.substr(hash + 1);
  std::string_view address = reference.substr(0, hash);
  if (is_external_url(address) && address.find("://") != std::string_view::npos) {
    bool is_ours = !config.base_url.empty() && address.starts_with(config.base_url);
    if (!is_ours)
      return UnknownReference{"'" + std::string(address) + "' is not on this site",
                              config.base_url.empty()
                                  ? "the site has no `base_url`; give the path alone"
                                  : "its addresses begin with " + config.base_url};
    return resolve_path(site, address.substr(config.base_url.size()), fragment);
  }
  std::size_t at = address.rfind('@');
  std::string_view name = address.substr(0, at);
  std::string_view where = at == std::string_view::npos ? fragment : address.substr(at + 1);
  if (name.find('/') != std::string_view::npos) return resolve_path(site, name, where);
  std::size_t colon = name.find(':');
  if (colon == std::string_view::npos) return resolve_slug(site, "", name, where);
  std::string_view kind = name.substr(0, colon);
  std::vector<std::string> kinds;
  for (const EntityKind& one : entity_kinds) kinds.emplace_back(one.name);
  if (std::ranges::find(kinds, kind) == kinds.end()) return unknown("kind of page", kind, kinds);
  return resolve_slug(site, kind, name.substr(colon + 1), where);
}

std::string cite(Citable citable, const CitedPlace& place, const CitationFormat& format) {
  citable.is_moment = place.moment.has_value();
  return plain_citation(format.write(citable), place.moment ? &*place.moment : nullptr);
}

}  // namespace kbgen
