// Writes search/manifest.json and all files that it names: the index of pages, the index of
// moments, terms for correcting typing errors, and the filters of results.

#include "exports/search.h"

#include <algorithm>
#include <utility>

#include "base/json.h"
#include "model/routes.h"
#include "theme/search_language.h"

namespace kbgen {

std::vector<EpisodeId> numbered_episodes(const Site& site) {
  std::vector<EpisodeId> ids;
  for (const Episode& episode : site.episodes) ids.push_back(episode.id);
  std::ranges::reverse(ids);
  return ids;
}

void write_translations(const Site& site, JsonWriter& manifest) {
  bool is_first = true;
  auto number_of = [&](EpisodeId id) { return site.episodes.size() - 1 - id.index; };
  for (const Episode& episode : site.episodes) {
    if (!episode.translation_of) continue;
    if (std::exchange(is_first, false)) manifest.key("translations").begin_list();
    manifest.begin_list().number(number_of(episode.id));
    manifest.number(number_of(*episode.translation_of)).end_list();
  }
  if (!is_first) manifest.end_list();
}

lunr::Settings search_settings(const Config& config, std::vector<lunr::Field> fields) {
  lunr::Settings settings;
  settings.fields = std::move(fields);
  settings.language = &search_language(config.language);
  settings.names = settings.pairs = settings.forms = true;
  settings.b = 0;  // documents are of similar length, so browsers need not load their lengths
  return settings;
}

SearchPart write_facets(const Publication& publication, Diagnostics& diag) {
  const Site& site = publication.site();
  auto named = [&](const auto& table) {
    Json::List list;
    for (const auto& row : table)
      list.push_back(Json::List{title_of(site, row.id), path_of(site, row.id)});
    return Json(std::move(list));
  };
  auto numbers = [](const auto& ids) {
    Json::List list;
    for (auto id : ids) list.emplace_back(static_cast<std::int64_t>(id.index));
    return Json(std::move(list));
  };
  Json::List episodes;
  for (EpisodeId id : numbered_episodes(site)) {
    const Episode& e = site.episodes[id];
    episodes.push_back(Json::List{e.date ? Json(e.date->year) : Json(),
                                  e.show ? Json(static_cast<std::int64_t>(e.show->index)) : Json(),
                                  numbers(e.hosts), numbers(e.guests), numbers(e.topics)});
  }
  Json facets(Json::Map{{"shows", named(site.shows)},
                        {"people", named(site.people)},
                        {"topics", named(site.topics)},
                        {"episodes", std::move(episodes)}});
  SearchPart part;
  part.manifest = format_json(
      add_search_file(part, "facets", ".json", format_json(facets), publication.staging, diag));
  return part;
}

std::vector<OutputFile> export_search(const Publication& publication, Diagnostics& diag) {
  JsonWriter manifest;
  manifest.begin_map().key("version").text("2.3.9");
  // Words of questions, in the order in which search-filters.js takes them.
  manifest.key("asking").begin_list();
  for (std::string_view name : {"begin", "idle", "always", "saying", "before"})
    manifest.text(publication.strings().text("search_words_" + std::string(name)));
  manifest.end_list();
  std::vector<OutputFile> files;
  std::vector<std::string> terms;
  auto add = [&](std::string_view name, SearchPart part) {
    if (part.manifest.empty()) return;
    manifest.key(name).raw(part.manifest);
    std::ranges::move(part.files, std::back_inserter(files));
    std::ranges::move(part.terms, std::back_inserter(terms));
  };
  add("pages", write_page_index(publication, diag));
  add("moments", write_moment_index(publication, diag));
  add("spelling", write_spelling(std::move(terms), publication.staging, diag));
  add("facets", write_facets(publication, diag));
  files.push_back(publication.staging.add("search/manifest.json", manifest.end_map().take(),
                                          std::string(search_origin), diag));
  return files;
}

}  // namespace kbgen
