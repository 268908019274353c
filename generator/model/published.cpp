#include "model/published.h"

#include <algorithm>
#include <set>

#include "base/disk.h"
#include "base/text.h"
#include "base/work.h"
#include "content/alias_fix.h"
#include "content/samples.h"
#include "model/routes.h"
#include "permalinks/losses.h"

namespace kbgen {

namespace {

// So many bytes of a transcript are enough to tell one talk from another.
constexpr std::size_t beginning = 2000;

std::vector<std::string> other_names(const Site& site, EntityId entity) {
  std::vector<std::string> names;
  if (const Mentionable* thing = mentionable_of(site, entity))
    for (const SpokenName& alias : thing->aliases) names.push_back(alias.text);
  return names;
}

const SpokenText* spoken_of(const Site& site, EntityId entity) {
  auto* episode = std::get_if<EpisodeId>(&entity);
  return episode ? site.episodes[*episode].spoken.get() : nullptr;
}

// Whether an entity is a sample of `kbgen init` that nobody has changed. An episode is one only if
// its transcript is, too.
bool is_sample(const Site& site, EntityId entity, const Samples& samples) {
  const SpokenText* spoken = spoken_of(site, entity);
  return samples.contains(source_of(site, entity)) &&
         (!spoken || samples.contains(spoken->source_path));
}

PublishedPage published_entity(const Site& site, EntityId entity) {
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
  if (spoken) page.moments = &spoken->published;
  return page;
}

PublishedPage published_version(const Version& version) {
  PublishedPage page;
  page.source = version.origin.path;
  page.title = collapse_space(version.title) + ", " + format_date_iso(version.date);
  page.sketch = sketch_of_page(version.text);
  return page;
}

PublishedPage published_page(const Site& site, const Page& page, const PageDate& date,
                             const Samples& samples) {
  PublishedPage published;
  if (page.subject) published = published_entity(site, *page.subject);
  if (page.version) published = published_version(site.versions[*page.version]);
  published.is_sample = page.subject && is_sample(site, *page.subject, samples);
  published.path = page.path;
  published.content = date.content;
  published.changed = date.changed;
  return published;
}

// A file that is copied as it is and is a page: "slides/index.html" has the path "slides/".
PublishedPage copied_page(const StaticFile& file) {
  bool is_index = file_name(file.output_path) == "index.html";
  std::string path =
      is_index ? file.output_path.substr(0, file.output_path.size() - 10) : file.output_path;
  PublishedPage page;
  page.path = path;
  page.title = collapse_space(file_name(file.output_path));
  return page;
}

// All pages with lasting addresses, including HTML files that are copied as they are, and all
// redirects.
std::vector<PublishedPage> published_pages(const Knowledge& known,
                                           const std::vector<PageDate>& dates) {
  Samples samples(known.sources);
  std::vector<PublishedPage> pages;
  for (std::size_t i = 0; i < dates.size(); ++i)
    if (const Page& page = known.plan.pages[i];
        page.kind != PageKind::not_found && page.kind != PageKind::map)
      pages.push_back(published_page(known.site, page, dates[i], samples));
  for (const Redirect& redirect : known.plan.redirects) {
    PublishedPage page;
    if (auto* entity = std::get_if<EntityId>(&redirect.to))
      page = published_entity(known.site, *entity);
    page.path = redirect.from;
    page.is_redirect = true;
    pages.push_back(std::move(page));
  }
  for (const StaticFile& file : known.sources.static_files)
    if (file_extension(file.output_path) == ".html") pages.push_back(copied_page(file));
  return pages;
}

// The lines of the lock for the pages and for the moments of their transcripts.
std::vector<LockLine> lock_lines_of(const Site& site, const std::vector<PublishedPage>& pages,
                                    const Lock& before) {
  std::vector<LockLine> lines;
  std::set<std::string_view> not_promised;
  for (const PublishedPage& page : pages) {
    if (page.is_sample && !before.pages().contains(page.path)) {
      not_promised.insert(page.path);
      continue;
    }
    lines.push_back(line_of(LockedPage{.path = page.path,
                                       .source = page.source,
                                       .title = page.title,
                                       .sketch = page.sketch,
                                       .content = page.content,
                                       .changed = page.changed}));
  }
  for (const Episode& episode : site.episodes) {
    std::string path = path_of(site, episode.id);
    if (!episode.spoken || not_promised.contains(path)) continue;
    for (const PublishedFragment& fragment : episode.spoken->published)
      lines.push_back(line_of(path, fragment));
    for (const FollowedFragment& followed : episode.spoken->followed)
      lines.push_back(line_of(followed.path, followed.published));
  }
  return lines;
}

// Whether all files could be read. If not, what is missing is not lost, and the lock must keep it.
bool is_all_read(const Diagnostics& diag) {
  return std::ranges::find(diag.all(), "unreadable-file", &Diagnostic::code) == diag.all().end();
}

}  // namespace

CarriedPermalinks carry_permalinks(const Knowledge& known, const std::vector<PageDate>& dates,
                                   Diagnostics& diag) {
  const Project& project = *known.project;
  if (!project.has_lock() || !is_all_read(diag) || diag.is_stopped()) return {};
  StageTimer timer(diag.work(), "permalinks");
  std::vector<PublishedPage> pages = published_pages(known, dates);
  auto add_aliases = [&](const std::string& source, const std::vector<std::string>& old_paths) {
    const ContentFile* file = known.sources.find(join_path(project.root, source));
    return file ? alias_fix(*file->source, old_paths) : std::nullopt;
  };
  LossPolicy policy{project.root, project.accept_removed,
                    project.date ? format_date_iso(*project.date) : "", add_aliases};
  Losses losses = find_losses(known.lock(), pages, policy, diag);
  std::vector<LockLine> lines = lock_lines_of(known.site, pages, known.lock());
  lines.insert(lines.end(), losses.lock_lines.begin(), losses.lock_lines.end());
  return {std::move(losses.removed), known.lock().next(std::move(lines))};
}

}  // namespace kbgen
