// The second step of a LiveSite gives way to the next change. It may be stopped at any moment, and
// what it made by then is thrown away.

#include <doctest/doctest.h>

#include <atomic>
#include <string>

#include "serve/live_site.h"
#include "support/project.h"

namespace kbgen {

namespace {

// Stops the work behind so many of its pieces.
struct StopBehind final : Watcher {
  std::atomic<bool> stop = false;
  std::atomic<int> left = 0;  // 0: never
  void stage_began(std::string_view) override {}
  void stage_ended() override {}
  void work_began(std::size_t) override {}
  void piece_done() override {
    if (--left == 0) stop = true;
  }
  void work_ended() override {}
};

struct Counting final : LiveListener {
  int completed = 0;
  void shows(const std::optional<Summary>&, double, const Diagnostics&) override {}
  void is_complete(const std::vector<std::string>&, double, const Diagnostics&) override {
    ++completed;
  }
};

}  // namespace

TEST_CASE("work on a site that is stopped anywhere publishes nothing and does no harm") {
  TestProject project;
  write_bytes("config.yaml", "title: A try\n");
  write_bytes("content/topics/mills.md", "---\ntitle: Mills\n---\nThey turn.\n");
  for (const char* name : {"one", "two"})
    write_bytes("content/episodes/" + std::string(name) + ".md",
                "---\ntitle: " + std::string(name) +
                    "\nchapters:\n  - {start: 0:00, title: Wind}\ntranscript: x.vtt\n---\n");
  write_bytes("content/episodes/x.vtt",
              "WEBVTT\n\n00:00.000 --> 00:05.000\nMills turn in the wind.\n");
  StopBehind watcher;
  Counting heard;
  int stopped = 0;
  for (int pieces = 1; heard.completed == 0; ++pieces) {
    REQUIRE(pieces < 1000);
    LiveSite site({}, "made", &watcher);
    REQUIRE(site.read(heard));
    watcher.stop = false;
    watcher.left = pieces;
    site.complete(watcher.stop, heard);
    watcher.left = 0;
    CHECK(site.now().is_complete == (heard.completed == 1));
    stopped += heard.completed == 0;
  }
  CHECK(stopped > 20);
}

}  // namespace kbgen
