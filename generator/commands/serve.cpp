// kbgen serve: shows the site in a browser on this machine while its files are edited.

#include <fmt/format.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <mutex>

#include "base/disk.h"
#include "base/parallel.h"
#include "commands/arguments.h"
#include "commands/progress_line.h"
#include "commands/project_lock.h"
#include "commands/report.h"
#include "commands/shared_options.h"
#include "commands/terminal.h"
#include "serve/background.h"
#include "serve/change_watcher.h"
#include "serve/edit_desk.h"
#include "serve/file_watcher.h"
#include "serve/live_site.h"
#include "serve/responses.h"
#include "serve/served_hosts.h"
#include "serve/server.h"

namespace kbgen {

namespace {

constexpr Option options[] = {
    shared::config_or_folder,
    {.name = "--port",
     .meaning = "where to listen [the first free one from 8000 on]",
     .takes = Takes::number,
     .range = Range{1, 65535}},
    {"--host",
     "an address of this machine, or its name; 0.0.0.0 is for everybody on the network "
     "[127.0.0.1]",
     Takes::text},
    {"--open", "open it in a browser"},
    {"--edit", "let whoever opens the printed address correct transcripts in the pages"},
    {.name = "--media",
     .meaning = "with --edit: a folder of recordings, named as the episodes are",
     .takes = Takes::text,
     .value = "DIR"},
    shared::base_url,
    shared::build_date,
    shared::drafts,
    {"--explain", "say why pages are made again"},
    shared::jobs,
};

constexpr std::string_view footer =
    "Only requests for localhost, for an address of this machine itself and for what --host says "
    "are answered;\nwith --host 0.0.0.0 also those for the machine's name and for any "
    "address. With --edit, only this machine can connect, and only the printed address may "
    "edit.\n\n"
    "Examples:\n"
    "  kbgen serve --open\n"
    "  kbgen serve --edit --media ~/recordings --open";

// A folder for temporary files, which is deleted together with this object.
class ScratchFolder {
 public:
  ScratchFolder() {
    const char* folder = std::getenv("TMPDIR");
    path_ = join_path(folder && *folder ? folder : "/tmp", "kbgen-serve-XXXXXX");
    if (!mkdtemp(path_.data())) path_.clear();
  }
  ~ScratchFolder() {
    if (!path_.empty()) remove_tree(path_);
  }
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;
  const std::string& path() const { return path_; }  // empty: none could be made

 private:
  std::string path_;
};

class Log final : public LiveListener {
 public:
  explicit Log(bool explains) : explains_(explains) {}

  void shows(const std::optional<Summary>& summary, double seconds,
             const Diagnostics& diag) override {
    std::lock_guard guard(mutex_);
    erase_progress();
    print_diagnostics(diag, DiagnosticsStyle::text);
    if (summary)
      fmt::print("{} pages, {:.0f} ms\n", summary->pages, 1000 * seconds);
    else
      fmt::print("{}; the site stays as it was\n", count_problems(diag));
    std::fflush(stdout);
  }

  void is_complete(const std::vector<std::string>& made_again, double seconds,
                   const Diagnostics& diag) override {
    std::lock_guard guard(mutex_);
    erase_progress();
    print_diagnostics(diag, DiagnosticsStyle::text);
    if (diag.has_errors()) fmt::print("{}\n", count_problems(diag));
    if (explains_) {
      for (const std::string& line : made_again) fmt::print("  {}\n", line);
      fmt::print("  everything made, {:.0f} ms\n", 1000 * seconds);
    }
    std::fflush(stdout);
  }

 private:
  // Erases the progress line, which another thread may have drawn for the other step.
  static void erase_progress() {
    if (is_smart_terminal(STDERR_FILENO)) fmt::print(stderr, "\r\x1b[K");
  }

  const bool explains_;
  std::mutex mutex_;  // shows() and is_complete() are called on two threads
};

// What the signal handler wakes. It is global because a signal handler has no other access to it.
const FileWatcher* woken_by_signal = nullptr;
void end_on_signal(int) { woken_by_signal->wake(); }

void open_in_browser(const std::string& url) {
  pid_t child = fork();
  if (child == 0) {
    // The browser is started by a second fork, so that kbgen need not wait for its end.
    if (fork() == 0) execlp("xdg-open", "xdg-open", url.c_str(), nullptr);
    _exit(0);
  }
  if (child > 0) waitpid(child, nullptr, 0);
}

// Watches everything that a build reads: the project's folder without the output folder, the
// content folder if it lies elsewhere, and the themes that come with kbgen. The result is empty, or
// says what went wrong.
std::string watch_all(const Project& project, FileWatcher& watcher) {
  std::string problem = watcher.watch(project.root.empty() ? "." : project.root, {project.output});
  if (problem.empty() && !is_below(absolute_path(project.content), absolute_path(project.root)))
    problem = watcher.watch(project.content, {});
  if (problem.empty() && is_directory(project.themes)) problem = watcher.watch(project.themes, {});
  return problem;
}

struct ServeFlags {
  ProjectOptions project;
  std::string media;  // a folder of recordings; empty: none
  bool edits = false;
  std::string host = "127.0.0.1";
  int port = 0;
  std::int64_t threads = 0;
  bool opens = false, explains = false;
};

// Why `--edit` cannot be used as it is asked for; empty if it can.
std::string problem_of_edit(const ServeFlags& flags, const Project& project) {
  if (!flags.media.empty() && !flags.edits) return "--media is for --edit";
  if (!flags.media.empty() && !is_directory(flags.media))
    return fmt::format("there is no folder '{}'", flags.media);
  if (!flags.edits) return "";
  if (project.bare) return "--edit needs a project with config.yaml, as `kbgen init` makes one";
  const bool is_here = flags.host == "localhost" || flags.host.starts_with("127.") ||
                       flags.host == "::1" || flags.host == "[::1]";
  return is_here ? "" : "--edit is for this machine alone; leave --host out";
}

// Takes the lock of the project as all commands do that write into it.
TakeLock lock_of(const ProjectOptions& options) {
  return [options](std::string& problem) -> std::shared_ptr<void> {
    Diagnostics diag;
    auto lock = std::make_shared<ProjectLock>(options, "serve", diag);
    if (!diag.has_errors()) return lock;
    problem = diag.all().front().message;
    return nullptr;
  };
}

int serve(const ServeFlags& flags) {
  Diagnostics ignored;  // the first build reports the same again
  // Locks the project only for a moment, to finish what a killed build left. Builds may then run
  // while the site is served, because this command does not write into the project.
  ProjectLock(flags.project, "serve", ignored);
  Project project = open_project(flags.project, ignored);
  ScratchFolder scratch;
  FileWatcher watcher;
  std::string problem = problem_of_edit(flags, project);
  if (problem.empty())
    problem = scratch.path().empty() ? "there is no room for temporary files"
                                     : watch_all(project, watcher);
  ShownWork shown(flags.threads);
  LiveSite site(flags.project, scratch.path() + "/site", shown.line.watcher());
  const std::string token = random_token();
  Workbench workbench(project.root.empty() ? "." : project.root, project.content,
                      lock_of(flags.project));
  EditDesk desk(workbench, token, flags.media);
  Server server(site, flags.edits ? &desk : nullptr);
  int port = problem.empty() ? server.listen(flags.host, flags.port) : 0;
  if (problem.empty() && !port)
    problem = flags.port ? fmt::format("port {} of {} is not free", flags.port, flags.host)
                         : fmt::format("no port of {} is free", flags.host);
  if (!problem.empty()) {
    fmt::print(stderr, "kbgen serve: {}\n", problem);
    return 1;
  }
  woken_by_signal = &watcher;
  struct sigaction on_end = {};
  on_end.sa_handler = end_on_signal;
  sigaction(SIGINT, &on_end, nullptr);
  sigaction(SIGTERM, &on_end, nullptr);

  std::string url =
      fmt::format("http://{}:{}{}/", host_in_url(flags.host), port, base_path(project));
  if (flags.edits) url += "?edit=" + token;
  fmt::print("{} shows the site{}; it follows what you save. Ctrl-C ends it.\n", url,
             flags.edits ? " for editing" : "");
  std::fflush(stdout);
  if (flags.opens) open_in_browser(url);
  Log log(flags.explains);
  Background background(site, log);
  ChangeWatcher changes(watcher);
  do {
    background.stop();
    if (site.read(log)) background.start();
  } while (changes.wait());
  return 0;
}

int run(const Arguments& given) {
  ServeFlags flags;
  flags.project.config = given.text("--config");
  flags.project.base_url = given.text("--base-url");
  flags.project.date = given.text("--date");
  flags.project.drafts = given.flag("--drafts");
  if (given.has("--host")) flags.host = given.text("--host");
  flags.port = static_cast<int>(given.number("--port"));
  flags.opens = given.flag("--open");
  flags.edits = given.flag("--edit");
  flags.media = given.text("--media");
  flags.explains = given.flag("--explain");
  flags.threads = given.number("--jobs");
  return serve(flags);
}

}  // namespace

extern const Command serve_command = {
    .name = "serve",
    .purpose = "show the site on this machine while its files change",
    .description = "Shows the site on this machine and follows what is saved. Publishes nothing.",
    .options = options,
    .footer = footer,
    .run = run,
};

}  // namespace kbgen
