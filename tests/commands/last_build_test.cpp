// A build for which nothing has changed is not done again, and says what the last one said.

#include "commands/last_build.h"

#include <doctest/doctest.h>

#include <chrono>
#include <filesystem>
#include <functional>
#include <thread>

#include "base/disk.h"
#include "support/project.h"

namespace kbgen {

namespace {

namespace fs = std::filesystem;

// Waits until the clock of the file system has gone on: what changed in this very tick is not
// trusted.
void let_settle() { std::this_thread::sleep_for(std::chrono::milliseconds(40)); }

Project project_here() {
  Diagnostics diag;
  return open_project({}, diag);
}

bool is_known(const std::string& request = "build") {
  let_settle();
  Project project = project_here();
  return LastBuild(project, request).find().has_value();
}

void keep(const std::string& request = "build") {
  let_settle();
  Project project = project_here();
  LastBuild(project, request).keep({7, "a warning\n", "1 episode", "1 warning", "9 kB", ""});
}

void write_topic(const std::string& slug) {
  write_bytes("content/topics/" + slug + ".md", "---\naliases: [" + slug + "s]\n---\n");
}

void write_talk(const std::string& words) {
  write_bytes("content/episodes/e.vtt",
              "WEBVTT\n\n00:00:01.000 --> 00:00:05.000\n<v Ada>" + words + "\n");
}

}  // namespace

TEST_CASE("a build is not done again directly after the one that wrote the site, or a part of it") {
  TestProject project;
  write_talk("A mill.");
  for (const char* words : {"A mill.", "Two mills.", "Three mills."}) {
    write_talk(words);
    let_settle();
    REQUIRE(build_site().status == 0);
    auto record = [] { return stamp_of(".kbgen/" + files_below(".kbgen").at(0)); };
    REQUIRE(record().has_value());
    auto before = record();
    let_settle();
    REQUIRE(build_site().status == 0);
    // A build that is done writes its record anew.
    CHECK(record() == before);
  }
}

TEST_CASE("the record of a build is found as long as nothing has changed") {
  TestProject project;
  write_talk("A mill.");
  REQUIRE(build_site().status == 0);
  fs::remove_all(".kbgen");
  CHECK(!is_known());
  keep();
  CHECK(is_known());
  CHECK(!is_known("build with other options"));
  Project here = project_here();
  std::optional<BuildRecord> record = LastBuild(here, "build").find();
  REQUIRE(record.has_value());
  CHECK(record->files == 7);
  CHECK(record->report == "a warning\n");
  CHECK(record->content == "1 episode");
  CHECK(record->problems == "1 warning");
  CHECK(record->size == "9 kB");
}

TEST_CASE("whatever changes, the record of a build is not found any more") {
  TestProject project;
  write_talk("A mill.");
  write_topic("mill");
  write_bytes("transcripts/other.txt", "Ada: Hello.\n");
  REQUIRE(build_site().status == 0);
  struct Change {
    const char* what;
    std::function<void()> make;
  };
  const Change changes[] = {
      {"words", [] { write_talk("A mall."); }},
      {"the time of a file",
       [] {
         fs::last_write_time("content/topics/mill.md",
                             fs::last_write_time("content/topics/mill.md") - std::chrono::hours(1));
       }},
      {"a new file", [] { write_topic("wind"); }},
      {"a file that is gone", [] { fs::remove("content/topics/wind.md"); }},
      {"a transcript beside the content",
       [] { write_bytes("transcripts/other.txt", "Ada: Hullo.\n"); }},
      {"the config", [] { write_bytes("config.yaml", "title: Another\ntheme: plain\n"); }},
      {"a template", [] { write_bytes("themes/plain/templates/home.html", "home"); }},
      {"a template of the site's own", [] { write_bytes("theme/home.html", "my home"); }},
      {"the lock", [] { write_bytes("permalinks/pages.txt", "x"); }},
      {"a page of the site", [] { write_bytes("site/index.html", "x"); }},
      {"a page that is gone", [] { fs::remove("site/index.html"); }},
      {"a hidden file that is gone", [] { fs::remove("site/.nojekyll"); }},
      {"the list of what was published", [] { write_bytes("site/.kbgen/manifest.json", "{}"); }},
      {"a file that others put into the site", [] { write_bytes("site/CNAME", "a.example"); }},
      {"the record", [] { fs::remove_all(".kbgen"); }},
      {"a record that was cut",
       [] {
         for (const auto& entry : fs::directory_iterator(".kbgen"))
           if (entry.is_regular_file() && entry.file_size() > 0)
             fs::resize_file(entry.path(), entry.file_size() - 1);
       }},
  };
  for (const Change& change : changes) {
    INFO(std::string(change.what));
    keep();
    CHECK(is_known());
    change.make();
    CHECK(!is_known());
  }
}

TEST_CASE("a file that changed a moment ago keeps a record from being kept") {
  TestProject project;
  write_talk("A mill.");
  REQUIRE(build_site().status == 0);
  Project here = project_here();
  write_talk("A mill at the very same tick.");
  LastBuild last(here, "build");
  last.keep({});
  CHECK(!last.find().has_value());
}

TEST_CASE("a build that is not done again says and leaves what the first one did") {
  TestProject project;
  write_talk("A mill.");
  write_bytes("content/topics/mill.md", "---\ntitle: Mill\naliases: [mill, mill]\n---\n");
  let_settle();
  Run first = build_site();
  Run second = build_site();
  Run third = build_site({"--timings"});  // this one is done in any case
  CHECK(first.status == 0);
  CHECK(second.status == 0);
  CHECK(second.err == first.err);
  CHECK(third.err.starts_with(first.err));
  auto without_time = [](std::string text) { return text.substr(0, text.find(", made in")); };
  CHECK(without_time(second.out) == without_time(third.out));
}

TEST_CASE("two configs with one output folder are two builds") {
  TestProject project;
  write_talk("A mill.");
  for (const char* name : {"One", "Two"})
    write_bytes(std::string(name) + ".yaml", "title: " + std::string(name) + "\ntheme: plain\n");
  auto site_of = [](const char* config) {
    let_settle();
    REQUIRE(build_site({"--config", config}).status == 0);
    return tree_of("site");
  };
  auto one = site_of("One.yaml");
  CHECK(site_of("Two.yaml") != one);
  CHECK(site_of("One.yaml") == one);
}

}  // namespace kbgen
