#include "publish/publish.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <filesystem>
#include <map>
#include <string>

#include "base/disk.h"
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
Outcome publish_files(const Files& files) {
  Diagnostics diag;
  Outcome outcome;
  Staging staging("site", Staging::Keep::files);
  Outputs outputs;
  for (const auto& [path, bytes] : files) outputs.add({staging.add(path, bytes, "a test", diag)});
  reject_clashes(outputs, diag);
  if (!diag.has_errors()) outcome.published = publish(outputs, staging, diag);
  outcome.report = format_diagnostics(diag);
  return outcome;
}

Files published_files() {
  Files files = tree_of("site");
  files.erase(".kbgen/manifest.json");
  return files;
}

// When and as which file something was written.
std::pair<ino_t, std::int64_t> identity_of(const std::string& path) {
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
  CHECK(!exists("site/.kbgen/staging"));
}

TEST_CASE("bytes that are there already are not written again") {
  TemporaryFolder folder;
  publish_files({{"same.html", "same"}, {"other.html", "before"}});
  auto same = identity_of("site/same.html"), other = identity_of("site/other.html"),
       manifest = identity_of("site/.kbgen/manifest.json");
  Outcome outcome = publish_files({{"same.html", "same"}, {"other.html", "after!"}});
  CHECK(outcome.published.written == 1);
  CHECK(outcome.published.unchanged == 1);
  CHECK(identity_of("site/same.html") == same);
  CHECK(identity_of("site/other.html") != other);
  CHECK(identity_of("site/.kbgen/manifest.json") == manifest);
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
  CHECK(read_manifest("site") == std::set<std::string>{"a.html", "b.html", "new.html"});
}

TEST_CASE("a manifest that was tampered with deletes nothing outside the output folder") {
  TemporaryFolder folder;
  write_bytes("precious.txt", "mine");
  write_bytes(
      "site/.kbgen/manifest.json",
      R"({"files": ["../precious.txt", "/etc/hosts", "a/../../precious.txt", 7, null, "x.html"]})");
  CHECK(read_manifest("site") == std::set<std::string>{"x.html"});
  publish_files({{"index.html", "home"}});
  CHECK(read_bytes("precious.txt") == "mine");
}

TEST_CASE("a manifest that is not one counts as none") {
  TemporaryFolder folder;
  for (const char* bytes : {"", "{", "[]", "{\"files\": 3}", "\xff\xfe\x00"}) {
    write_bytes("site/.kbgen/manifest.json", bytes);
    CHECK(read_manifest("site").empty());
  }
}

TEST_CASE("staging that is not published leaves no trace of a first build") {
  TemporaryFolder folder;
  Diagnostics diag;
  { Staging("site", Staging::Keep::files).add("index.html", "home", "a test", diag); }
  CHECK(!exists("site"));
}

TEST_CASE("staging that keeps nothing touches nothing") {
  TemporaryFolder folder;
  write_bytes("site/.kbgen/staging/0", "of somebody else");
  Diagnostics diag;
  { Staging("site", Staging::Keep::nothing).add("index.html", "home", "a test", diag); }
  CHECK(tree_of(".") == Files{{"site/.kbgen/staging/0", "of somebody else"}});
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
