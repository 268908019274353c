#include "build.h"

#include <algorithm>
#include <set>

#include "base/disk.h"
#include "base/media.h"
#include "exports/exports.h"
#include "model/check.h"
#include "model/published.h"
#include "model/used_files.h"
#include "pictures/subjects.h"
#include "publish/limits.h"
#include "theme/broken_pictures.h"
#include "theme/load_theme.h"

namespace kbgen {

static std::shared_ptr<const LockFile> read_lock(const Project& project, Cache& cache,
                                                 Diagnostics& diag);
static Health find_health(const Knowledge& known, const Outputs& outputs,
                          const Diagnostics& so_far);
static std::vector<std::string> styles_of(const Theme& theme, const std::set<std::string>& used);
static std::vector<OutputFile> static_files(const SourceTree& sources, const Staging& staging,
                                            Diagnostics& diag);

std::optional<BuiltSite> build(const Project& project, const Staging& staging, Diagnostics& diag,
                               const PageReuse& reuse) {
  Cache cache(Memory::none);
  const Knowledge known = read_knowledge(project, cache, diag);
  const Theme theme = load_theme(project, diag);
  return make_site(known, theme, staging, reuse, diag);
}

Knowledge read_knowledge(const Project& project, Cache& cache, Diagnostics& diag) {
  Knowledge known;
  known.project = &project;
  // Read the content. Each file is parsed on its own, in parallel; none knows of another.
  known.sources = discover(project, cache.sources, diag);
  Records records = parse(known.sources, project, cache.records, diag);
  known.keys = records.keys;
  known.lock_file = read_lock(project, cache, diag);

  // From here on there are entities with ids instead of files with names; after assemble() the
  // site never changes.
  known.site = assemble(std::move(records), project, known.lock(), cache.spoken, diag);
  if (project.bare) keep_used(known.sources.static_files, known.site);
  known.links = link(known.site, cache.links, diag);
  known.graph = graph_of(known.site, known.links, cache.graph, diag);
  known.map = draw_map(known.site, *known.graph, diag);

  // Decide which pages exist. Every URL of the site is known after this, so nothing below can
  // invent one.
  known.plan = plan_pages(known.site, known.links, known.map, known.lock(), diag);
  if (project.thorough) check_knowledge(known, diag);
  return known;
}

std::optional<BuiltSite> make_site(const Knowledge& known, const Theme& theme,
                                   const Staging& staging, const PageReuse& reuse,
                                   Diagnostics& diag) {
  // What was published earlier decides which addresses must stay, so the lock is settled before
  // rendering.
  Publication publication{known, theme, staging, date_pages(known, diag)};
  CarriedPermalinks carried = carry_permalinks(known, publication.dates, diag);
  publication.removed = std::move(carried.removed);
  publication.has_pictures = has_pictures(known.config(), font_files(), diag);
  publication.sized = sized_pictures(known, diag);
  drop_broken_pictures(publication, diag);

  // Stop here if the content has errors: rendering would only add their consequences to the
  // messages.
  if (diag.has_errors() || diag.is_stopped()) return std::nullopt;
  BuiltSite built;

  // A page depends on what its template reads and on nothing else, so pages are rendered in
  // parallel.
  RenderedPages pages = render_pages(publication, reuse, diag);
  built.outputs.add(std::move(pages.files));
  built.outputs.add(export_all(publication, diag));
  built.outputs.add(write_removed_pages(publication, styles_of(theme, pages.assets), diag));
  built.outputs.add(static_files(known.sources, staging, diag));
  if (known.config().health) {
    Health health = find_health(known, built.outputs, diag);
    RenderedPages page = render_health(publication, health, diag);
    built.outputs.add(std::move(page.files));
    pages.assets.merge(page.assets);
  }
  built.outputs.add(publish_assets(theme.assets, pages.assets, staging, diag));
  if (diag.is_stopped()) return std::nullopt;
  reject_clashes(built.outputs, diag);
  auto check = known.project->thorough ? check_sizes : check_limits;
  check(built.outputs, known.config().budgets, diag);

  if (diag.has_errors()) return std::nullopt;
  built.summary = summarize(known);
  built.lock = std::move(carried.lock);
  built.reads = std::move(pages.reads);
  built.made_again = std::move(pages.made_again);
  return built;
}

// Reads the lock. Ids of paragraphs come from it, so transcripts that were prepared with
// another lock are forgotten.
static std::shared_ptr<const LockFile> read_lock(const Project& project, Cache& cache,
                                                 Diagnostics& diag) {
  auto lock_file = read_lock_file(project.has_lock() ? std::optional(project.root) : std::nullopt,
                                  cache.locks, diag);
  if (lock_file != cache.lock_file) cache.spoken.clear();
  return cache.lock_file = lock_file;
}

// The findings of `kbgen check`, even if the command is another one: the page /health/ shows them.
static Health find_health(const Knowledge& known, const Outputs& outputs,
                          const Diagnostics& so_far) {
  Diagnostics found = so_far;
  if (!known.project->thorough) check_knowledge(known, found);
  check_sizes(outputs, known.config().budgets, found);
  return health_of(found, known);
}

// The paths of style sheets that pages of this site use, for pages that no template makes.
static std::vector<std::string> styles_of(const Theme& theme, const std::set<std::string>& used) {
  std::vector<std::string> paths;
  for (const char* name : {"main.css", "options.css"})
    if (auto asset = theme.assets.find(name); asset != theme.assets.end() && used.contains(name))
      paths.push_back(asset->second.path);
  return paths;
}

// Images and whatever else lies beside the content; they are copied as they are.
static std::vector<OutputFile> static_files(const SourceTree& sources, const Staging& staging,
                                            Diagnostics& diag) {
  std::vector<OutputFile> files;
  for (const StaticFile& file : sources.static_files)
    files.push_back(staging.copy(file.output_path, file.disk_path, diag));
  // Without this file GitHub Pages would leave out files whose names begin with '_'.
  files.push_back(staging.add(".nojekyll", "", "kbgen", diag));
  return files;
}

// Whether a page can show or load such a file: pictures, recordings, style sheets, data. Other
// files are documents and programs, which may lie in the folder by mistake.
static bool is_shown_by_browsers(const std::string& path) {
  static constexpr std::string_view extensions[] = {
      ".asc", ".avif", ".css",  ".gif",   ".htm", ".html", ".ico", ".jpeg",
      ".jpg", ".js",   ".json", ".mjs",   ".png", ".srt",  ".svg", ".txt",
      ".vtt", ".webp", ".woff", ".woff2", ".xml", ".yaml", ".yml", ".webmanifest"};
  std::string extension = file_extension(path);
  return extension.empty() || is_sound_address(path) || is_film_address(path) ||
         std::ranges::find(extensions, extension) != std::end(extensions);
}

Summary summarize(const Knowledge& known) {
  const Site& site = known.site;
  Summary summary;
  summary.episodes = site.episodes.size();
  summary.people = site.people.size();
  summary.topics = site.topics.size();
  summary.resources = site.resources.size();
  summary.pages = known.plan.pages.size();
  summary.words = known.links.words;
  summary.mentions = known.links.mentions_counted;
  summary.is_empty = known.sources.files.empty();
  summary.keys = describe(known.keys);
  for (const StaticFile& file : known.sources.static_files)
    if (!is_shown_by_browsers(file.output_path)) summary.documents.push_back(file.output_path);
  return summary;
}

}  // namespace kbgen
