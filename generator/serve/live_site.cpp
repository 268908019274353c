#include "serve/live_site.h"

#include "base/disk.h"
#include "pictures/subjects.h"
#include "publish/publish_site.h"
#include "theme/load_theme.h"
#include "theme/render.h"
#include "theme/theme_files.h"

namespace kbgen {

LivePages::LivePages(std::shared_ptr<const Project> project, Knowledge known,
                     std::shared_ptr<const Theme> theme, bool has_pictures)
    : project_(std::move(project)),
      known_(std::move(known)),
      theme_(std::move(theme)),
      has_pictures_(has_pictures) {
  for (const Page& page : known_.plan.pages) pages_.emplace(page.path, &page);
  for (const auto& [name, asset] : theme_->assets) assets_.emplace(asset.path, &asset);
}

bool LivePages::has_page(std::string_view path) const { return pages_.contains(path); }

const Asset* LivePages::asset(std::string_view path) const {
  auto found = assets_.find(path);
  return found == assets_.end() ? nullptr : found->second;
}

// Makes one page. Only this page gets a date, because a page does not show the dates of others.
LivePages::MadePage LivePages::make(const Page& page) const {
  const Staging nowhere(project_->output);
  Publication publication{known_, *theme_, nowhere,
                          std::vector<PageDate>(known_.plan.pages.size())};
  publication.dates[*known_.plan.index_of(page)] = date_page(known_, page);
  publication.has_pictures = has_pictures_;
  MadePage made;
  made.reports.grade(project_->config.diagnostics);
  made.bytes = std::make_shared<const std::string>(render_page(publication, page, made.reports));
  return made;
}

// Two threads that ask for a page at once may both make it; the results are the same.
std::shared_ptr<const std::string> LivePages::page(std::string_view path, Diagnostics& diag) const {
  auto planned = pages_.find(path);
  if (planned == pages_.end()) return nullptr;
  MadePage made;
  {
    std::lock_guard guard(mutex_);
    if (auto known = made_.find(path); known != made_.end()) made = known->second;
  }
  if (!made.bytes) {
    made = make(*planned->second);
    std::lock_guard guard(mutex_);
    made_.emplace(path, made);
  }
  diag.merge(std::move(made.reports));
  return made.bytes;
}

namespace {

double seconds_since(std::chrono::steady_clock::time_point begin) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

// Returns a text that stays the same as long as no file changes of any theme that the project may
// use.
std::string stamps_of_themes(const Project& project, Diagnostics& diag) {
  std::string stamps;
  for (const std::string& path : theme_files(project, diag)) {
    FileStamp stamp = stamp_of(path).value_or(FileStamp());
    stamps += path + " " + std::to_string(stamp.size) + " " + std::to_string(stamp.number) + " " +
              std::to_string(stamp.changed_ns) + "\n";
  }
  return stamps;
}

std::vector<Diagnostic> errors_of(const Diagnostics& diag) {
  std::vector<Diagnostic> errors;
  for (const Diagnostic& report : sorted_by_place(diag.all()))
    if (report.severity == Severity::error) errors.push_back(report);
  return errors;
}

}  // namespace

LiveSite::LiveSite(ProjectOptions options, std::string output, Watcher* watcher)
    : options_(std::move(options)), output_(std::move(output)), watcher_(watcher) {}

Shown LiveSite::now() const {
  std::lock_guard guard(mutex_);
  return shown_;
}

Shown LiveSite::wait_for_other(std::uint64_t number, std::chrono::milliseconds longest) const {
  std::unique_lock guard(mutex_);
  changed_.wait_for(guard, longest, [&] { return shown_.number != number; });
  return shown_;
}

void LiveSite::show(const std::function<void(Shown&)>& change) {
  Shown before;  // keeps the old site, which takes long to destroy, until the lock is released
  {
    std::lock_guard guard(mutex_);
    before = shown_;
    change(shown_);
    ++shown_.number;
  }
  changed_.notify_all();
}

// Opens the project again if config.yaml changed. Then everything that is cached is forgotten,
// because it was made with the config as it was.
std::shared_ptr<const Project> LiveSite::open_project_again(Diagnostics& diag) {
  auto is_unchanged = [](const OpenedProject& before) {
    return before.stamp == stamp_of(before.config_path);
  };
  auto open = [&](Diagnostics& mine) {
    OpenedProject opened{open_project(options_, mine), "", std::nullopt};
    const Project& project = opened.project;
    opened.config_path =
        project.config_file ? project.config_file->path : join_path(project.root, "config.yaml");
    opened.stamp = stamp_of(opened.config_path);
    return opened;
  };
  std::shared_ptr<const OpenedProject> opened = projects_.get("", diag, is_unchanged, open);
  if (opened != opened_) {
    cache_ = std::make_unique<Cache>(Memory::kept);
    themes_.clear();
  }
  opened_ = opened;
  diag.grade(opened->project.config.diagnostics);
  return {opened, &opened->project};
}

std::shared_ptr<const Theme> LiveSite::load_theme_again(const Project& project, Diagnostics& diag) {
  std::string stamps = stamps_of_themes(project, diag);
  auto loaded = themes_.get(
      "", diag, [&](const LoadedTheme& before) { return before.stamps == stamps; },
      [&](Diagnostics& mine) {
        return LoadedTheme{stamps, load_theme(project, mine)};
      });
  return {loaded, &loaded->theme};
}

// Reads everything that changed. Returns null after an error.
std::shared_ptr<const LivePages> LiveSite::read_again(Diagnostics& diag) {
  std::shared_ptr<const Project> project = open_project_again(diag);
  if (!project->is_usable()) return nullptr;
  Knowledge known = read_knowledge(*project, *cache_, diag);
  bool pictures = has_pictures(project->config, font_files(), diag);
  std::shared_ptr<const Theme> theme = load_theme_again(*project, diag);
  if (diag.has_errors()) return nullptr;
  return std::make_shared<const LivePages>(project, std::move(known), theme, pictures);
}

std::optional<std::vector<std::string>> LiveSite::publish_all(
    const std::shared_ptr<const LivePages>& site, Diagnostics& diag) {
  // Pages that were made with another theme are not reused.
  PageReuse reuse{true, site->theme() == published_theme_ ? &published_reads_ : nullptr};
  Staging staging(output_, output_ + "-staging");
  std::optional<BuiltSite> built = make_site(site->known(), *site->theme(), staging, reuse, diag);
  if (!built) return std::nullopt;
  published_theme_.reset();  // not known until everything is in place
  publish_scratch(built->outputs, staging, diag);
  if (diag.has_errors()) return std::nullopt;
  published_reads_ = std::move(built->reads);
  published_theme_ = site->theme();
  auto files = std::make_shared<std::set<std::string>>();
  for (const OutputFile& file : built->outputs.files) files->insert(file.path);
  show([&](Shown& shown) {
    shown.files = files;
    shown.is_complete = shown.site == site;
  });
  return std::move(built->made_again);
}

bool LiveSite::read(LiveListener& listener) {
  auto began = std::chrono::steady_clock::now();
  Work work(watcher_);
  Diagnostics diag(&work);
  std::shared_ptr<const LivePages> site = read_again(diag);
  show([&](Shown& shown) {
    shown.errors = errors_of(diag);
    shown.is_complete = false;
    if (site) shown.site = site;
  });
  listener.shows(site ? std::optional(summarize(site->known())) : std::nullopt,
                 seconds_since(began), diag);
  return site != nullptr;
}

void LiveSite::complete(const std::atomic<bool>& stop, LiveListener& listener) {
  auto began = std::chrono::steady_clock::now();
  std::shared_ptr<const LivePages> site = now().site;
  Work work(watcher_);
  work.stop_when(stop);
  Diagnostics diag(&work);
  diag.grade(site->project().config.diagnostics);
  std::optional<std::vector<std::string>> made_again = publish_all(site, diag);
  if (!made_again && diag.is_stopped()) return;
  if (diag.has_errors())
    show([&](Shown& shown) {
      if (shown.site == site && shown.errors.empty()) shown.errors = errors_of(diag);
    });
  listener.is_complete(made_again.value_or(std::vector<std::string>()), seconds_since(began), diag);
}

}  // namespace kbgen
