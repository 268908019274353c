#include "serve/file_watcher.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <thread>

#include "base/text.h"
#include "support/temporary_folder.h"

namespace kbgen {

namespace fs = std::filesystem;

// What changed, below `folder`.
static std::string next_changes(FileWatcher& watcher, const TemporaryFolder& folder) {
  std::string all;
  for (const std::string& path : watcher.wait())
    all += fs::path(path).lexically_relative(fs::canonical(folder.path())).string() + " ";
  return all;
}

TEST_CASE("files that are written, moved and deleted are told, in new folders, too") {
  TemporaryFolder folder;
  write_bytes("content/topics/a.md", "A");
  FileWatcher watcher;
  REQUIRE(watcher.watch(".", {}) == "");
  write_bytes("content/topics/a.md", "B");
  CHECK(next_changes(watcher, folder) == "content/topics/a.md ");
  fs::rename("content/topics/a.md", "content/topics/b.md");
  CHECK(next_changes(watcher, folder) == "content/topics/a.md content/topics/b.md ");
  fs::create_directories("content/guests/new");
  next_changes(watcher, folder);
  write_bytes("content/guests/new/ada.md", "A");
  CHECK(next_changes(watcher, folder) == "content/guests/new/ada.md ");
  fs::remove("content/topics/b.md");
  CHECK(next_changes(watcher, folder) == "content/topics/b.md ");
}

TEST_CASE("what kbgen writes itself and what begins with a dot is no change") {
  TemporaryFolder folder;
  write_bytes("content/a.md", "A");
  write_bytes("site/index.html", "");
  write_bytes(".git/index", "");
  FileWatcher watcher;
  REQUIRE(watcher.watch(".", {"site"}) == "");
  write_bytes("site/index.html", "x");
  write_bytes(".git/index", "x");
  write_bytes("content/.a.md.swp", "x");
  write_bytes("node_modules/lunr.js", "x");
  write_bytes("content/a.md", "B");
  CHECK(next_changes(watcher, folder) == "content/a.md ");
}

TEST_CASE("waiting ends when it is told to") {
  TemporaryFolder folder;
  FileWatcher watcher;
  REQUIRE(watcher.watch(".", {}) == "");
  std::thread other([&] { watcher.wake(); });
  CHECK(watcher.wait().empty());
  other.join();
}

TEST_CASE("a folder that is not there cannot be watched, and that is said") {
  TemporaryFolder folder;
  FileWatcher watcher;
  std::string problem = watcher.watch("nowhere", {});
  CHECK(problem.ends_with("nowhere cannot be watched: No such file or directory"));
}

}  // namespace kbgen
