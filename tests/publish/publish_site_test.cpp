#include "publish/publish_site.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <filesystem>
#include <map>
#include <string>

#include "base/digest.h"
#include "base/disk.h"
#include "publish/in_place.h"
#include "publish/journal.h"
#include "publish/manifest.h"
#include "support/project.h"

namespace kbgen {

namespace fs = std::filesystem;

namespace {

using Files = std::map<std::string, std::string>;

struct Outcome {
  Published published;
  std::string report;
};

// One publish of these files into site/.
Outcome publish_files(const Files& files, const NewLock& lock = {}) {
  Diagnostics diag;
  Outcome outcome;
  Workspace workspace(
      "site", ".", "a test", [](const std::string&) {}, diag);
  Staging staging(workspace.output(), workspace.staging());
  Outputs outputs;
  for (const auto& [path, bytes] : files) outputs.add({staging.add(path, bytes, "a test", diag)});
  reject_clashes(outputs, diag);
  if (!diag.has_errors()) outcome.published = publish(outputs, workspace, lock, diag);
  outcome.report = format_diagnostics(diag);
  return outcome;
}

// The same where the file system cannot exchange folders.
std::string publish_files_in_place(const Files& files) {
  Diagnostics diag;
  Workspace workspace(
      "site", ".", "a test", [](const std::string&) {}, diag);
  Staging staging(workspace.output(), workspace.staging());
  Outputs outputs;
  for (const auto& [path, bytes] : files) outputs.add({staging.add(path, bytes, "a test", diag)});
  Changes changes = find_changes(outputs, workspace.output(), diag);
  if (diag.has_errors()) return format_diagnostics(diag);
  return publish_in_place(changes, workspace, {}).problem;
}

Files published_files() {
  Files files = tree_of("site");
  files.erase(".kbgen/manifest.json");
  return files;
}

std::set<std::string> manifest() {
  Diagnostics diag;
  std::set<std::string> paths = read_manifest("site", diag);
  CHECK(format_diagnostics(diag) == "");
  return paths;
}

// When and as which file something was written.
std::pair<ino_t, std::int64_t> written_at(const std::string& path) {
  struct stat info {};
  REQUIRE(stat(path.c_str(), &info) == 0);
  return {info.st_ino, info.st_mtim.tv_sec * 1'000'000'000 + info.st_mtim.tv_nsec};
}

}  // namespace

TEST_CASE("what is published is what was made, and no more") {
  TemporaryFolder folder;
  Files files{{"index.html", "home"}, {"a/b/c/index.html", "deep"}, {"empty.txt", ""}};
  Outcome outcome = publish_files(files);
  CHECK(outcome.report == "");
  CHECK(outcome.published.written == 3);
  CHECK(published_files() == files);
  CHECK(fs::directory_iterator(".")->path().filename() == "site");
  CHECK(std::distance(fs::directory_iterator("."), fs::directory_iterator()) == 1);
}

TEST_CASE("bytes that are there already are not written again") {
  TemporaryFolder folder;
  publish_files({{"same.html", "same"}, {"other.html", "before"}});
  auto same = written_at("site/same.html"), other = written_at("site/other.html"),
       manifest = written_at("site/.kbgen/manifest.json");
  Outcome outcome = publish_files({{"same.html", "same"}, {"other.html", "after!"}});
  CHECK(outcome.published.written == 1);
  CHECK(outcome.published.unchanged == 1);
  CHECK(written_at("site/same.html") == same);
  CHECK(written_at("site/other.html") != other);
  CHECK(written_at("site/.kbgen/manifest.json") == manifest);
}

TEST_CASE(
    "a file that changes is replaced as a whole: whoever reads the old one reads it to its end") {
  TemporaryFolder folder;
  publish_files({{"index.html", "before"}});
  fs::create_hard_link("site/index.html", "held");
  publish_files({{"index.html", "after"}});
  CHECK(read_bytes("held") == "before");
  CHECK(read_bytes("site/index.html") == "after");
}

TEST_CASE(
    "only files that an earlier publish wrote are deleted, with the folders they leave empty") {
  TemporaryFolder folder;
  publish_files({{"index.html", "home"}, {"old/a/index.html", "a"}, {"kept/index.html", "b"}});
  write_bytes("site/kept/by-hand.txt", "mine");
  write_bytes("site/CNAME", "example.org");
  Outcome outcome = publish_files({{"index.html", "home"}});
  CHECK(outcome.published.deleted == 2);
  CHECK(published_files() ==
        Files{{"index.html", "home"}, {"kept/by-hand.txt", "mine"}, {"CNAME", "example.org"}});
  CHECK(!exists("site/old"));
}

TEST_CASE("without a manifest nothing is deleted") {
  TemporaryFolder folder;
  publish_files({{"index.html", "home"}, {"old.html", "old"}});
  fs::remove_all("site/.kbgen");
  Outcome outcome = publish_files({{"index.html", "home"}});
  CHECK(outcome.report == "");
  CHECK(outcome.published.deleted == 0);
  CHECK(published_files() == Files{{"index.html", "home"}, {"old.html", "old"}});
}

TEST_CASE("a stranger in the way stops everything before anything is written") {
  TemporaryFolder folder;
  publish_files({{"index.html", "home"}});
  write_bytes("site/new.html", "mine");
  Files before = tree_of("site");
  CHECK(publish_files({{"index.html", "changed"}, {"new.html", "new"}}).report ==
        "site/new.html: error: kbgen did not write this file, so it does not overwrite it "
        "[stranger-in-output]\n"
        "     = help: move it away, or choose another folder with --output\n");
  CHECK(tree_of("site") == before);
}

TEST_CASE("a stranger that says the same is no stranger any more") {
  TemporaryFolder folder;
  write_bytes("site/index.html", "home");
  CHECK(publish_files({{"index.html", "home"}}).report == "");
  CHECK(publish_files({{"index.html", "changed"}}).published.written == 1);
}

TEST_CASE("a stranger that stands where a folder must be stops everything, too") {
  TemporaryFolder folder;
  write_bytes("site/a", "mine");
  CHECK(publish_files({{"a/b/index.html", "new"}, {"0.html", "first"}}).report ==
        "site/a: error: kbgen did not write this file, and it stands where a folder must be "
        "[stranger-in-output]\n"
        "     = help: move it away, or choose another folder with --output\n");
  CHECK(published_files() == Files{{"a", "mine"}});
}

TEST_CASE("a file may become a folder") {
  TemporaryFolder folder;
  publish_files({{"a", "file"}});
  Files files{{"a/index.html", "folder"}};
  CHECK(publish_files(files).report == "");
  CHECK(published_files() == files);
}

TEST_CASE("a publish that was killed between two files is finished by the next one") {
  TemporaryFolder folder;
  publish_files({{"a.html", "old a"}, {"b.html", "old b"}, {"gone.html", "old"}});
  // As the killed run left it: the manifest names old and new files, the first
  // is in place, the others wait, and one new file was never written.
  write_manifest("site", {"a.html", "b.html", "gone.html", "new.html"});
  write_bytes("site/a.html", "new a");
  write_bytes("site/.kbgen/staging/1", "new b");
  write_bytes("site/.kbgen/staging/17", "half of a fi");
  Files files{{"a.html", "new a"}, {"b.html", "new b"}, {"new.html", "new"}};
  Outcome outcome = publish_files(files);
  CHECK(outcome.report == "");
  CHECK(published_files() == files);
  CHECK(manifest() == std::set<std::string>{"a.html", "b.html", "new.html"});
}

TEST_CASE("a manifest that was tampered with deletes nothing outside the output folder") {
  TemporaryFolder folder;
  write_bytes("precious.txt", "mine");
  write_bytes(
      "site/.kbgen/manifest.json",
      R"({"files": ["../precious.txt", "/etc/hosts", "a/../../precious.txt", 7, null, "x.html"]})");
  CHECK(manifest() == std::set<std::string>{"x.html"});
  publish_files({{"index.html", "home"}});
  CHECK(read_bytes("precious.txt") == "mine");
}

TEST_CASE("a manifest that is not one stops everything: nobody knows what is kbgen's own") {
  TemporaryFolder folder;
  for (const char* bytes : {"", "{", "[]", "{\"files\": 3}", "\xff\xfe\x00"}) {
    write_bytes("site/.kbgen/manifest.json", bytes);
    CHECK(publish_files({{"index.html", "home"}}).report ==
          "site/.kbgen/manifest.json: error: this is not the list of files that kbgen wrote here "
          "[bad-manifest]\n"
          "     = help: delete it: what lies in the folder then counts as somebody else's\n");
    CHECK(published_files().empty());
  }
  fs::remove("site/.kbgen/manifest.json");
  fs::create_directory("site/.kbgen/manifest.json");
  CHECK(publish_files({{"index.html", "home"}}).report ==
        "site/.kbgen/manifest.json: error: this file cannot be read: it is a folder "
        "[unreadable-file]\n");
}

TEST_CASE("a first build that publishes nothing leaves no trace, not even of folders above") {
  TemporaryFolder folder;
  Diagnostics diag;
  {
    Workspace workspace(
        "a/b/site", ".", "a test", [](const std::string&) {}, diag);
    Staging(workspace.output(), workspace.staging()).add("index.html", "home", "a test", diag);
    CHECK(exists("a/b/.site.kbgen/staging/0"));
  }
  CHECK(!exists("a"));
}

TEST_CASE("staging without a folder touches nothing") {
  TemporaryFolder folder;
  Diagnostics diag;
  Staging("site").add("index.html", "home", "a test", diag);
  CHECK(tree_of(".").empty());
}

TEST_CASE("what somebody put into the output folder stays: hidden files, links, empty folders") {
  TemporaryFolder folder;
  publish_files({{"index.html", "home"}, {"a/index.html", "a"}});
  write_bytes("site/.git/HEAD", "ref");
  write_bytes("site/a/mine.txt", "mine");
  fs::create_directory("site/uploads");
  fs::create_symlink("/nowhere", "site/link");
  fs::permissions("site/uploads", fs::perms::owner_all);
  Outcome outcome = publish_files({{"index.html", "other"}});
  CHECK(outcome.report == "");
  CHECK(published_files() ==
        Files{{"index.html", "other"}, {".git/HEAD", "ref"}, {"a/mine.txt", "mine"}});
  CHECK(fs::read_symlink("site/link") == "/nowhere");
  CHECK(fs::status("site/uploads").permissions() == fs::perms::owner_all);
  CHECK(outcome.published.strangers == std::vector<std::string>{"a/mine.txt", "link"});
}

TEST_CASE("nothing is written or deleted through a link in the output folder") {
  TemporaryFolder folder;
  publish_files({{"index.html", "home"}, {"a/index.html", "a"}});
  write_bytes("outside/index.html", "precious");
  write_bytes("outside/staging/0", "precious");
  const Files outside = tree_of("outside");
  fs::remove_all("site/a");
  fs::create_symlink("../outside", "site/a");
  CHECK(publish_files({{"index.html", "new"}, {"a/index.html", "b"}}).report ==
        "site/a: error: kbgen did not make this link, and it stands where a folder must be "
        "[stranger-in-output]\n"
        "     = help: move it away, or choose another folder with --output\n");
  CHECK(publish_files({{"index.html", "new"}}).report == "");
  CHECK(tree_of("outside") == outside);
  fs::remove_all("site/.kbgen");
  fs::create_symlink("../outside", "site/.kbgen");
  CHECK(publish_files({{"index.html", "newer"}}).report.find("[stranger-in-output]") !=
        std::string::npos);
  fs::remove("site/.kbgen");
  fs::create_symlink("outside", ".site.kbgen");
  publish_files({{"index.html", "newer"}});
  CHECK(tree_of("outside") == outside);
}

TEST_CASE("a file of kbgen's own that became a link is replaced, and what it leads to stays") {
  TemporaryFolder folder;
  publish_files({{"index.html", "home"}});
  write_bytes("outside", "home");
  fs::remove("site/index.html");
  fs::create_symlink("../outside", "site/index.html");
  CHECK(publish_files({{"index.html", "home"}}).report == "");
  CHECK(fs::is_regular_file(fs::symlink_status("site/index.html")));
  CHECK(read_bytes("outside") == "home");
}

TEST_CASE("a folder of kbgen's own files may become a file, one with a stranger's may not") {
  TemporaryFolder folder;
  publish_files({{"a/b/index.html", "deep"}});
  CHECK(publish_files({{"a", "file"}}).report == "");
  CHECK(published_files() == Files{{"a", "file"}});
  publish_files({{"a/b/index.html", "deep"}});
  write_bytes("site/a/mine", "mine");
  CHECK(publish_files({{"a", "file"}}).report ==
        "site/a/mine: error: kbgen did not write this, and a file must be where its folder is "
        "[stranger-in-output]\n"
        "     = help: move it away, or choose another folder with --output\n");
}

TEST_CASE("the lock is written with the site, through a link and with its permissions") {
  TemporaryFolder folder;
  write_bytes("elsewhere/lock", "old");
  fs::permissions("elsewhere/lock", fs::perms::owner_read | fs::perms::owner_write);
  fs::create_symlink("elsewhere/lock", "lock");
  CHECK(publish_files({{"index.html", "home"}}, {".", {{"lock", "new"}}, {}}).report == "");
  CHECK(fs::is_symlink(fs::symlink_status("lock")));
  CHECK(tree_of("elsewhere") == Files{{"lock", "new"}});
  CHECK(fs::status("elsewhere/lock").permissions() ==
        (fs::perms::owner_read | fs::perms::owner_write));
}

TEST_CASE("a lock that cannot be written stops the publish before anything is touched") {
  TemporaryFolder folder;
  publish_files({{"index.html", "home"}});
  fs::create_directory("lock");
  Outcome outcome =
      publish_files({{"index.html", "new"}}, {".", {{"a/b", "new"}, {"lock", "new"}}, {}});
  CHECK(outcome.published.state == Published::State::nothing);
  CHECK(outcome.report.find("[lock-not-written]") != std::string::npos);
  CHECK(!exists("a"));
  CHECK(published_files() == Files{{"index.html", "home"}});
}

TEST_CASE("file by file, too, the site becomes what was made, folders and files changing places") {
  TemporaryFolder folder;
  Files first{{"index.html", "home"}, {"a", "file"}, {"b/c/index.html", "deep"}, {"gone", "old"}},
      second{{"index.html", "new"}, {"a/index.html", "folder"}, {"b", "file"}, {"more", "more"}};
  CHECK(publish_files_in_place(first) == "");
  CHECK(published_files() == first);
  auto same = written_at("site/index.html");
  CHECK(publish_files_in_place(first) == "");
  CHECK(written_at("site/index.html") == same);
  CHECK(publish_files_in_place(second) == "");
  CHECK(published_files() == second);
  CHECK(manifest() == std::set<std::string>{"index.html", "a/index.html", "b", "more"});
  CHECK(!exists(".site.kbgen"));
}

TEST_CASE("what a killed publish left in its journal is done by whoever comes next") {
  TemporaryFolder folder;
  publish_files({{"a.html", "old a"}, {"b.html", "old b"}, {"gone.html", "old"}});
  const std::string here = fs::current_path().string(), workspace = here + "/.site.kbgen";
  Journal journal{.way = PublishWay::in_place,
                  .output = here + "/site",
                  .new_folder = "",
                  .moves = {{workspace + "/staging/0", "a.html"},
                            {workspace + "/staging/1", "b.html"},
                            {workspace + "/staging/2", "new.html"}},
                  .removed = {"gone.html"},
                  .adopted = {},
                  .lock = {here,
                           {{here + "/lock", "", false},
                            {here + "/old", digest_of("old\n"), true},
                            {here + "/kept", digest_of("as it was\n"), true}}}};
  write_manifest("site", {"a.html", "b.html", "gone.html", "new.html"});
  write_bytes("site/a.html", "new a");
  write_bytes(workspace + "/staging/1", "new b");
  write_bytes(workspace + "/staging/2", "new");
  write_waiting_file("lock", "new lock");
  CHECK(write_journal(workspace + "/journal.json", journal) == "");
  // Somebody else's change of the lock stays, too.
  write_bytes("lock", "other\n");
  write_bytes("old", "old\n");
  write_bytes("kept", "changed meanwhile\n");
  Diagnostics diag;
  finish_workspace(
      workspace, "a test", [](const std::string&) {}, diag);
  CHECK(format_diagnostics(diag) == "");
  CHECK(published_files() == Files{{"a.html", "new a"}, {"b.html", "new b"}, {"new.html", "new"}});
  CHECK(manifest() == std::set<std::string>{"a.html", "b.html", "new.html"});
  CHECK(read_bytes("lock") == "other\nnew lock\n");
  CHECK(!exists("old"));
  CHECK(read_bytes("kept") == "changed meanwhile\n");
  CHECK(!exists(".site.kbgen"));
}

TEST_CASE("two outputs of one path clash, and so do a file and a folder of one name") {
  Outputs outputs;
  auto add = [&](const char* path, const char* origin) {
    outputs.files.push_back({path, "", false, origin, 0});
  };
  add("a/index.html", "one.md");
  add("a/index.html", "two.md");
  add("b", "three.md");
  add("b/index.html", "four.md");
  add("bb/index.html", "five.md");
  Diagnostics diag;
  reject_clashes(outputs, diag);
  CHECK(format_diagnostics(diag) ==
        "four.md: error: 'b/index.html' needs a folder where the file 'b' is [output-clash]\n"
        "     = help: that one is made by three.md\n"
        "two.md: error: 'a/index.html' would be written twice [output-clash]\n"
        "     = help: it is also made by one.md\n");
}

TEST_CASE("a file clashes with a folder of its name, also when another name stands between them") {
  Outputs outputs;
  for (const char* path : {"b/index.html", "b-side.html", "b"})
    outputs.files.push_back({path, "", false, path, 0});
  Diagnostics diag;
  reject_clashes(outputs, diag);
  CHECK(diag.count(Severity::error) == 1);
}

TEST_CASE("no output leaves its folder or hides in kbgen's own") {
  for (const char* path :
       {"../x", "/x", "a/../../x", "a//b", "./a", "", ".", "..", ".kbgen/manifest.json"}) {
    Outputs outputs;
    outputs.files.push_back({path, "", false, "a test", 0});
    Diagnostics diag;
    reject_clashes(outputs, diag);
    CAPTURE(path);
    CHECK(format_diagnostics(diag) == "a test: error: '" + std::string(path) +
                                          "' is not a path that may be published [path-outside]\n");
  }
}

}  // namespace kbgen
