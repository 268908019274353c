#include "model/published.h"

#include "base/disk.h"
#include "base/text.h"
#include "model/routes.h"

namespace kbgen {

namespace {

// Of a transcript: enough to tell one talk from another.
constexpr std::size_t beginning = 2000;

std::vector<std::string> other_names(const Site& site, EntityId entity) {
  std::vector<std::string> names;
  auto add = [&](const std::vector<SpokenName>& aliases) {
    for (const SpokenName& alias : aliases) names.push_back(alias.text);
  };
  if (auto* person = std::get_if<PersonId>(&entity)) add(site.people[*person].aliases);
  if (auto* topic = std::get_if<TopicId>(&entity)) add(site.topics[*topic].aliases);
  if (auto* resource = std::get_if<ResourceId>(&entity)) add(site.resources[*resource].aliases);
  return names;
}

const SpokenText* spoken_of(const Site& site, EntityId entity) {
  auto* episode = std::get_if<EpisodeId>(&entity);
  return episode && site.episodes[*episode].spoken ? &*site.episodes[*episode].spoken : nullptr;
}

PublishedPage published_page(const Site& site, EntityId entity) {
  const SpokenText* spoken = spoken_of(site, entity);
  PublishedPage page;
  page.path = path_of(site, entity);
  page.source = source_of(site, entity);
  page.title = collapse_space(title_of(site, entity));
  page.names = other_names(site, entity);
  std::string words = page.title + "\n" + prose_of(site, entity).text;
  if (spoken) words += "\n" + spoken->transcript.text.substr(0, beginning);
  page.sketch = sketch_of_page(words);
  page.has_moments = spoken != nullptr;
  return page;
}

// "slides/index.html" is reached as "slides/".
PublishedPage copied_page(const StaticFile& file) {
  bool is_index = file_name(file.output_path) == "index.html";
  std::string path =
      is_index ? file.output_path.substr(0, file.output_path.size() - 10) : file.output_path;
  return {.path = path,
          .source = "",
          .title = collapse_space(file_name(file.output_path)),
          .names = {},
          .sketch = {}};
}

}  // namespace

std::vector<PublishedPage> published_pages(const Site& site, const Plan& plan,
                                           const SourceTree& sources) {
  std::vector<PublishedPage> pages;
  for (const Page& page : plan.pages) {
    if (page.subject)
      pages.push_back(published_page(site, *page.subject));
    else if (page.kind != PageKind::not_found && page.kind != PageKind::map)
      pages.push_back({.path = page.path, .source = "", .title = "", .names = {}, .sketch = {}});
  }
  for (const Redirect& redirect : plan.redirects) {
    PublishedPage page = published_page(site, redirect.to);
    page.path = redirect.from;
    page.is_redirect = true;
    pages.push_back(std::move(page));
  }
  for (const StaticFile& file : sources.static_files)
    if (file_extension(file.output_path) == ".html") pages.push_back(copied_page(file));
  return pages;
}

std::vector<std::string> lock_lines_of(const Site& site, const std::vector<PublishedPage>& pages) {
  std::vector<std::string> lines;
  for (const PublishedPage& page : pages)
    lines.push_back(
        line_of(LockedPage{page.path, page.source, page.title, page.sketch, false, "", {}}));
  for (const Episode& episode : site.episodes) {
    if (!episode.spoken) continue;
    std::string path = path_of(site, episode.id);
    for (const PublishedFragment& fragment : episode.spoken->published)
      lines.push_back(line_of(path, fragment));
  }
  return lines;
}

}  // namespace kbgen
