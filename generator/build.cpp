#include "build.h"

#include <algorithm>

#include "base/disk.h"
#include "base/encoding.h"
#include "base/timings.h"
#include "content/alias_fix.h"
#include "content/discover.h"
#include "content/parse.h"
#include "exports/exports.h"
#include "model/assemble.h"
#include "model/check.h"
#include "model/graph.h"
#include "model/links.h"
#include "model/map.h"
#include "model/page_dates.h"
#include "model/plan.h"
#include "model/published.h"
#include "pictures/subjects.h"
#include "publish/limits.h"
#include "theme/render.h"
#include "theme/theme.h"

namespace kbgen {

static std::shared_ptr<const ReadLock> read_lock(const Project& project, Cache* cache,
                                                 Diagnostics& diag);
static Graph recall_graph(const Site& site, const Links& links, Cache* cache);
static std::string keep_promises(const Project& project, const Knowledge& known, Plan& plan,
                                 Diagnostics& diag);
static Health find_health(const Knowledge& known, const Project& project, const Outputs& outputs,
                          const Diagnostics& so_far);
static std::string_view accent_of(const Theme& theme);
static std::vector<std::string> styles_of(const Theme& theme, const std::set<std::string>& used);
static std::vector<OutputFile> static_files(const SourceTree& sources, const Staging& staging,
                                            Diagnostics& diag);

Knowledge understand(const Project& project, Diagnostics& diag, Cache* cache) {
  Knowledge known;
  // Read. Each file is parsed on its own, in parallel; none knows another.
  known.sources = discover(project, diag, cache ? &cache->sources : nullptr);
  Records records = parse(known.sources, project, diag, cache ? &cache->records : nullptr);
  known.read_lock = read_lock(project, cache, diag);

  // From here on there are entities with ids instead of files with names; after
  // assemble() the site never changes.
  known.site =
      assemble(std::move(records), project, known.lock(), diag, cache ? &cache->spoken : nullptr);
  known.links = link(known.site, diag, cache ? &cache->links : nullptr);
  if (project.thorough) check_knowledge({project, known.sources, known.site, known.links}, diag);

  // Decide which pages exist. Every URL of the site is known after this, so
  // nothing below can invent one.
  known.graph = recall_graph(known.site, known.links, cache);
  known.map = draw_map(known.site, known.graph);
  known.plan = plan_pages(known.site, known.map, diag);
  return known;
}

void date_pages(const Project& project, const Knowledge& known, Plan& plan) {
  date_pages(known.site, known.links, project.config, known.lock(), project.today, plan);
}

void date_page(const Project& project, const Knowledge& known, Page& page) {
  date_page(known.site, known.links, project.config, known.lock(), project.today, page);
}

SettledPlan settle(const Project& project, const Knowledge& known, Diagnostics& diag) {
  SettledPlan settled{known.plan, ""};
  date_pages(project, known, settled.plan);
  settled.changed_lock = keep_promises(project, known, settled.plan, diag);
  plan_pictures(project.config, font_files(), settled.plan, diag);
  return settled;
}

std::optional<BuiltSite> build(const Project& project, const Staging& staging, Diagnostics& diag,
                               const PageReuse& reuse) {
  Knowledge known = understand(project, diag);
  SettledPlan settled = settle(project, known, diag);
  Theme theme = load_theme(project, diag);

  // Rendering a broken model would only bury the cause under its effects.
  if (diag.has_errors()) return std::nullopt;
  return make_site(project, known, std::move(settled), theme, staging, reuse, diag);
}

// A page depends on what its template read and nothing else, so pages render in
// parallel.
std::optional<BuiltSite> make_site(const Project& project, const Knowledge& known,
                                   SettledPlan settled, const Theme& theme, const Staging& staging,
                                   const PageReuse& reuse, Diagnostics& diag) {
  const auto& [sources, read_lock, site, links, graph, map, undated] = known;
  const Plan& plan = settled.plan;
  BuiltSite built;
  World world{project, *theme.strings, site, links, map, plan};
  RenderedPages pages = render_pages(world, theme, staging, reuse, diag);
  built.outputs.add(std::move(pages.files));
  built.outputs.add(export_all({project, *theme.strings, site, links, graph, map, plan, staging,
                                accent_of(theme), styles_of(theme, pages.assets)},
                               diag));
  built.outputs.add(static_files(sources, staging, diag));
  if (project.config.health) {
    RenderedPages page = render_health(world, find_health(known, project, built.outputs, diag),
                                       theme, staging, diag);
    built.outputs.add(std::move(page.files));
    pages.assets.merge(page.assets);
  }
  built.outputs.add(publish_assets(theme.assets, pages.assets, staging, diag));
  reject_clashes(built.outputs, diag);
  if (project.thorough) check_sizes(built.outputs, project.config.budgets, diag);

  if (diag.has_errors()) return std::nullopt;
  built.summary = summarize(known);
  built.changed_lock = std::move(settled.changed_lock);
  built.reads = std::move(pages.reads);
  built.made_again = std::move(pages.made_again);
  return built;
}

// What was said is addressed as the lock has it: another one, other addresses.
static std::shared_ptr<const ReadLock> read_lock(const Project& project, Cache* cache,
                                                 Diagnostics& diag) {
  std::string path = project.lock_path();
  auto is_unchanged = [&](const ReadLock& before) { return before.stamp == stamp_of(path); };
  auto read_now = [&](Diagnostics& mine) {
    ReadLock now{stamp_of(path), {}};
    std::optional<std::string> bytes = path.empty() ? std::nullopt : read_file_if_any(path, mine);
    if (bytes) now.lock = Lock::read(decode_source(path, *bytes, mine), mine);
    return now;
  };
  if (!cache) return std::make_shared<const ReadLock>(read_now(diag));
  std::shared_ptr<const ReadLock> lock = cache->locks.get(path, diag, is_unchanged, read_now);
  if (lock != cache->lock) cache->spoken.clear();
  cache->lock = lock;
  return lock;
}

static Graph recall_graph(const Site& site, const Links& links, Cache* cache) {
  if (!cache) return graph_of(site, links);
  if (cache->graph_basis != links.basis) cache->graph = graph_of(site, links);
  cache->graph_basis = links.basis;
  return cache->graph;
}

// What was published once stays, leads on, or is gone on purpose. Answers with
// the lock as it will be, if that changes.
static std::string keep_promises(const Project& project, const Knowledge& known, Plan& plan,
                                 Diagnostics& diag) {
  if (project.lock_path().empty()) return "";
  // What could not be read is not lost, and must not be given up because of that.
  auto is_unread = [](const Diagnostic& found) { return found.code == "unreadable-file"; };
  if (std::ranges::any_of(diag.all(), is_unread)) return "";
  StageTimer timer("permalinks");
  std::vector<PublishedPage> pages = published_pages(known.site, plan, known.sources);
  auto add_aliases = [&](const std::string& source, const std::vector<std::string>& old_paths) {
    const ContentFile* file = known.sources.find(join_path(project.root, source));
    return file ? alias_fix(*file->source, old_paths) : std::nullopt;
  };
  LossPolicy policy{project.root, project.accept_removed,
                    project.date ? format_date_iso(*project.date) : "", add_aliases};
  Losses losses = find_losses(known.lock(), pages, policy, diag);
  std::vector<std::string> lines = lock_lines_of(known.site, pages, known.lock());
  lines.insert(lines.end(), losses.lock_lines.begin(), losses.lock_lines.end());
  plan.removed = std::move(losses.removed);
  std::string next = known.lock().with(std::move(lines));
  return next == known.lock().text() ? "" : next;
}

// What `kbgen check` says, whatever this command is.
static Health find_health(const Knowledge& known, const Project& project, const Outputs& outputs,
                          const Diagnostics& so_far) {
  Diagnostics found = so_far;
  if (!project.thorough) check_knowledge({project, known.sources, known.site, known.links}, found);
  check_sizes(outputs, project.config.budgets, found);
  return health_of(found, project, known.site, known.plan);
}

// A theme that lets its accent be chosen has an option of that name.
static std::string_view accent_of(const Theme& theme) {
  auto accent = std::ranges::find(theme.options, "accent", &ThemeOption::name);
  return accent == theme.options.end() ? "" : accent->value.as_text();
}

// For pages that no template makes: what the pages of this site are styled by.
static std::vector<std::string> styles_of(const Theme& theme, const std::set<std::string>& used) {
  std::vector<std::string> paths;
  for (const char* name : {"main.css", "options.css"})
    if (auto asset = theme.assets.find(name); asset != theme.assets.end() && used.contains(name))
      paths.push_back(asset->second.path);
  return paths;
}

// Images and whatever else lies beside the content.
static std::vector<OutputFile> static_files(const SourceTree& sources, const Staging& staging,
                                            Diagnostics& diag) {
  std::vector<OutputFile> files;
  for (const StaticFile& file : sources.static_files)
    files.push_back(staging.copy(file.output_path, file.disk_path, diag));
  // GitHub Pages would drop names that begin with '_'.
  files.push_back(staging.add(".nojekyll", "", "kbgen", diag));
  return files;
}

// Pictures, recordings, and what pages are made of; other files are documents and programs,
// which may be in a folder by mistake.
static bool is_shown_by_browsers(const std::string& path) {
  static constexpr std::string_view extensions[] = {
      ".aac",  ".asc",  ".avif",  ".css",  ".flac", ".gif", ".htm",        ".html", ".ico",
      ".jpeg", ".jpg",  ".js",    ".json", ".m4a",  ".mjs", ".mp3",        ".mp4",  ".oga",
      ".ogg",  ".opus", ".png",   ".srt",  ".svg",  ".txt", ".vtt",        ".wav",  ".webm",
      ".webp", ".woff", ".woff2", ".xml",  ".yaml", ".yml", ".webmanifest"};
  std::string extension = file_extension(path);
  return extension.empty() || std::ranges::find(extensions, extension) != std::end(extensions);
}

Summary summarize(const Knowledge& known) {
  const auto& [sources, read_lock, site, links, graph, map, plan] = known;
  Summary summary{site.episodes.size(),  site.people.size(),    site.topics.size(),
                  site.resources.size(), plan.pages.size(),     0,
                  links.mentions.size(), sources.files.empty(), {}};
  for (const Episode& episode : site.episodes)
    if (episode.spoken) summary.words += episode.spoken->word_count;
  for (const StaticFile& file : sources.static_files)
    if (!is_shown_by_browsers(file.output_path)) summary.documents.push_back(file.output_path);
  return summary;
}

}  // namespace kbgen
