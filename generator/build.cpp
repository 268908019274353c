#include "build.h"

#include <algorithm>

#include "base/disk.h"
#include "base/encoding.h"
#include "base/timings.h"
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

static Lock read_lock(const Project& project, Diagnostics& diag);
static std::string keep_promises(const Lock& lock, const Project& project,
                                 const SourceTree& sources, const Site& site, Plan& plan,
                                 Diagnostics& diag);
static Summary summarize(const Site& site, const Links& links, const Plan& plan);
static std::string_view accent_of(const Theme& theme);
static std::vector<OutputFile> static_files(const SourceTree& sources, const Staging& staging,
                                            Diagnostics& diag);

Knowledge understand(const Project& project, Diagnostics& diag) {
  Knowledge known;
  // Read. Each file is parsed on its own, in parallel; none knows another.
  known.sources = discover(project, diag);
  Records records = parse(known.sources, project, diag);
  known.lock = read_lock(project, diag);

  // From here on there are entities with ids instead of files with names; after
  // assemble() the site never changes.
  known.site = assemble(std::move(records), project, known.lock, diag);
  known.links = link(known.site, diag);
  if (project.thorough) check_knowledge({project, known.sources, known.site, known.links}, diag);

  // Decide which pages exist. Every URL of the site is known after this, so
  // nothing below can invent one.
  known.graph = graph_of(known.site, known.links);
  known.map = draw_map(known.site, known.graph);
  known.plan = plan_pages(known.site, known.map, diag);
  date_pages(known.site, known.links, project.config, known.lock, project.today, known.plan);
  return known;
}

std::optional<BuiltSite> build(const Project& project, const Staging& staging, Diagnostics& diag) {
  Knowledge known = understand(project, diag);
  auto& [sources, lock, site, links, graph, map, plan] = known;
  std::string next_lock = keep_promises(lock, project, sources, site, plan, diag);
  Theme theme = load_theme(project, diag);

  // Rendering a broken model would only bury the cause under its effects.
  if (diag.has_errors()) return std::nullopt;

  plan_pictures(project.config, font_files(), plan, diag);

  // Make the files. A page depends on what its template read and nothing else,
  // so pages render in parallel.
  BuiltSite built;
  RenderedPages pages =
      render_pages({project, *theme.strings, site, links, map, plan}, theme, staging, diag);
  built.outputs.add(std::move(pages.files));
  built.outputs.add(publish_assets(theme.assets, pages.assets, staging, diag));
  built.outputs.add(export_all(
      {project, *theme.strings, site, links, graph, map, plan, staging, accent_of(theme)}, diag));
  built.outputs.add(static_files(sources, staging, diag));
  reject_clashes(built.outputs, diag);
  if (project.thorough) check_sizes(built.outputs, diag);

  if (diag.has_errors()) return std::nullopt;
  built.summary = summarize(site, links, plan);
  if (next_lock != lock.text()) built.changed_lock = std::move(next_lock);
  return built;
}

static Lock read_lock(const Project& project, Diagnostics& diag) {
  std::string path = project.lock_path();
  std::optional<std::string> bytes = path.empty() ? std::nullopt : read_file(path);
  return bytes ? Lock::read(decode_source(path, *bytes, diag), diag) : Lock();
}

// What was published once stays, leads on, or is gone on purpose. Answers with
// the lock as it will be.
static std::string keep_promises(const Lock& lock, const Project& project,
                                 const SourceTree& sources, const Site& site, Plan& plan,
                                 Diagnostics& diag) {
  if (project.lock_path().empty()) return "";
  StageTimer timer("permalinks");
  std::vector<PublishedPage> pages = published_pages(site, plan, sources);
  LossPolicy policy{project.root, project.accept_removed,
                    project.date ? format_date_iso(*project.date) : ""};
  Losses losses = find_losses(lock, pages, policy, diag);
  std::vector<std::string> lines = lock_lines_of(site, pages);
  lines.insert(lines.end(), losses.lock_lines.begin(), losses.lock_lines.end());
  plan.removed = std::move(losses.removed);
  return lock.with(std::move(lines));
}

// A theme that lets its accent be chosen has an option of that name.
static std::string_view accent_of(const Theme& theme) {
  auto accent = std::ranges::find(theme.options, "accent", &ThemeOption::name);
  return accent == theme.options.end() ? "" : accent->value.as_text();
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

static Summary summarize(const Site& site, const Links& links, const Plan& plan) {
  Summary summary{site.episodes.size(),  site.people.size(), site.topics.size(),
                  site.resources.size(), plan.pages.size(),  0,
                  links.mentions.size()};
  for (const Episode& episode : site.episodes)
    if (episode.spoken) summary.words += episode.spoken->word_count;
  return summary;
}

}  // namespace kbgen
