// The site as `kbgen serve` shows it while its files change.
//
// A change is shown in two steps. In the first one everything that changed is read; then pages are
// made when a browser asks for them. In the second one everything that a build makes is made and
// checked, in the background, until another change begins it again. A site with errors is not
// shown: the last good one stays, and its pages show the errors.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "base/work.h"
#include "build.h"
#include "content/project.h"

namespace kbgen {

// The pages of a site as it was read at one moment. Each is made when it is first asked for.
class LivePages {
 public:
  LivePages(std::shared_ptr<const Project> project, Knowledge known,
            std::shared_ptr<const Theme> theme, bool has_pictures);
  LivePages(const LivePages&) = delete;
  LivePages& operator=(const LivePages&) = delete;

  // `path` is that of the plan: "topics/kaggle/", "404.html".
  bool has_page(std::string_view path) const;
  // Returns the bytes of a page and reports what is wrong with it; null if there is no such page.
  // Thread safe.
  std::shared_ptr<const std::string> page(std::string_view path, Diagnostics& diag) const;
  // Returns an asset of the theme by its path on the site; null if there is none.
  const Asset* asset(std::string_view path) const;

  const Project& project() const { return *project_; }
  const Knowledge& known() const { return known_; }
  const std::shared_ptr<const Theme>& theme() const { return theme_; }

 private:
  struct MadePage {
    std::shared_ptr<const std::string> bytes;
    Diagnostics reports;
  };
  MadePage make(const Page& page) const;

  std::shared_ptr<const Project> project_;
  Knowledge known_;
  std::shared_ptr<const Theme> theme_;
  bool has_pictures_;
  std::map<std::string, const Page*, std::less<>> pages_;
  std::map<std::string, const Asset*, std::less<>> assets_;
  mutable std::mutex mutex_;
  mutable std::map<std::string, MadePage, std::less<>> made_;
};

// What browsers are shown at one moment.
struct Shown {
  std::uint64_t number = 0;               // counts what was shown; 0: nothing was read yet
  std::shared_ptr<const LivePages> site;  // the last good one; null: none yet
  std::vector<Diagnostic> errors;
  bool is_complete = false;                            // `files` are those of `site`
  std::shared_ptr<const std::set<std::string>> files;  // in the output folder; null: none yet
};

// Is called when a step has ended, on the thread of that step.
struct LiveListener {
  virtual ~LiveListener() = default;
  // The first step has ended; without a summary, with an error.
  virtual void shows(const std::optional<Summary>& summary, double seconds,
                     const Diagnostics& diag) = 0;
  // The second step has ended. `made_again` has a line for each page that was made again, which
  // says why.
  virtual void is_complete(const std::vector<std::string>& made_again, double seconds,
                           const Diagnostics& diag) = 0;
};

class LiveSite {
 public:
  // Files are made in the folder `output` and in one beside it, which are the caller's to remove.
  // `watcher`, which may be null, is told of the progress of both steps.
  LiveSite(ProjectOptions options, std::string output, Watcher* watcher = nullptr);

  // Runs the first step. Returns false after an error.
  bool read(LiveListener& listener);
  // Runs the second step for the site that is shown now, of which there must be one. Ends early,
  // without telling the listener, when `stop` becomes true. May run while read() runs on another
  // thread.
  void complete(const std::atomic<bool>& stop, LiveListener& listener);

  // now() and wait_for_other() are thread safe.
  Shown now() const;
  // Waits until something else than `number` is shown, for `longest` at most.
  Shown wait_for_other(std::uint64_t number, std::chrono::milliseconds longest) const;

  const std::string& output() const { return output_; }

 private:
  struct OpenedProject {
    Project project;
    std::string config_path;
    std::optional<FileStamp> stamp;
  };
  struct LoadedTheme {
    std::string stamps;
    Theme theme;
  };

  std::shared_ptr<const Project> open_project_again(Diagnostics& diag);
  std::shared_ptr<const Theme> load_theme_again(const Project& project, Diagnostics& diag);
  std::shared_ptr<const LivePages> read_again(Diagnostics& diag);
  // Returns a line for each page that was made again, which says why; nothing if the site was not
  // published, because of an error or because the work was stopped.
  std::optional<std::vector<std::string>> publish_all(const std::shared_ptr<const LivePages>& site,
                                                      Diagnostics& diag);
  void show(const std::function<void(Shown&)>& change);

  const ProjectOptions options_;
  const std::string output_;
  Watcher* const watcher_;
  Memo<OpenedProject> projects_;
  std::shared_ptr<const OpenedProject> opened_;
  std::unique_ptr<Cache> cache_;
  Memo<LoadedTheme> themes_;

  // The theme and the reads of the pages in the output folder. Only the second step uses them.
  std::shared_ptr<const Theme> published_theme_;
  ReadsOfPages published_reads_;

  mutable std::mutex mutex_;
  mutable std::condition_variable changed_;
  Shown shown_;
};

}  // namespace kbgen
