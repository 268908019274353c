// The site as `kbgen serve` shows it while its files change.
//
// A change is shown in two steps. First everything is read anew, with a memory of
// what did not change, and pages are made when a browser asks for them. Then all
// that a build makes is made and checked, in the background, and begins anew when
// more changes. What has an error is not shown: the last good site stays, and says
// what is wrong.
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

// The pages of what was read at one moment, each made when it is asked for.
class LivePages {
 public:
  LivePages(std::shared_ptr<const Project> project, Knowledge known,
            std::shared_ptr<const Theme> theme, bool has_pictures);
  LivePages(const LivePages&) = delete;
  LivePages& operator=(const LivePages&) = delete;

  // By its path: "topics/kaggle/", "404.html".
  bool has_page(std::string_view path) const;
  // Its bytes, and what is wrong with it; null if there is no such page. Thread
  // safe.
  std::shared_ptr<const std::string> page(std::string_view path, Diagnostics& diag) const;
  // By its path on the site; null if there is none.
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

// What browsers are told at one moment.
struct Shown {
  std::uint64_t number = 0;               // counts changes; 0: nothing was read yet
  std::shared_ptr<const LivePages> site;  // the last good one; null: none yet
  std::vector<Diagnostic> errors;
  bool is_complete = false;                            // `files` are those of `site`
  std::shared_ptr<const std::set<std::string>> files;  // in the output folder; null: none yet
};

// Is told what happens, while it happens.
struct LiveListener {
  virtual ~LiveListener() = default;
  // The first step is done; without a summary it ended in an error.
  virtual void shows(const std::optional<Summary>& summary, double seconds,
                     const Diagnostics& diag) = 0;
  // The second one, too. Why pages were made again: a line each.
  virtual void is_complete(const std::vector<std::string>& made_again, double seconds,
                           const Diagnostics& diag) = 0;
};

class LiveSite {
 public:
  // Everything is made in `output` and in a folder beside it, which are the
  // caller's to remove. The watcher, which may be null, sees
  // both steps.
  LiveSite(ProjectOptions options, std::string output, Watcher* watcher = nullptr);

  // The first step. False after an error.
  bool read(LiveListener& listener);
  // The second one, of what is shown now. Ends early when `stop` becomes true.
  // May run while the first step of something newer does.
  void complete(const std::atomic<bool>& stop, LiveListener& listener);

  // These two are thread safe.
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
  // Returns why pages were made again.
  std::vector<std::string> publish_all(const std::shared_ptr<const LivePages>& site,
                                       Diagnostics& diag);
  void show(const std::function<void(Shown&)>& change);

  const ProjectOptions options_;
  const std::string output_;
  Watcher* const watcher_;
  Memo<OpenedProject> projects_;
  std::shared_ptr<const OpenedProject> opened_;
  std::unique_ptr<Cache> cache_;
  Memo<LoadedTheme> themes_;

  // Of the pages in the output folder; the second step's alone.
  std::shared_ptr<const Theme> published_theme_;
  ReadsOfPages published_reads_;

  mutable std::mutex mutex_;
  mutable std::condition_variable changed_;
  Shown shown_;
};

}  // namespace kbgen
