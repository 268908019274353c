// Checks that the same input gives the same bytes, whatever the number of threads and the order of
// files on the disk, and however often the site is built.

#include <doctest/doctest.h>

#include <filesystem>
#include <map>
#include <string>

#include "support/project.h"

namespace kbgen {

namespace fs = std::filesystem;

TEST_CASE("an archive of sixty episodes gives the same bytes with one job and with eight") {
  TestProject project;
  write_archive(60);
  for (const char* kind : {"episode", "guest", "topic", "resource"})
    fs::copy_file(KBGEN_SOURCE_DIR "/tests/support/everything.html",
                  std::string("themes/plain/templates/") + kind + ".html",
                  fs::copy_options::overwrite_existing);
  REQUIRE(build_site({"--output", "one", "--jobs", "1"}).status == 0);
  REQUIRE(build_site({"--output", "eight", "--jobs", "8"}).status == 0);
  CHECK(first_difference(tree_of("one"), tree_of("eight")) == "");
  CHECK(tree_of("one").size() > 400);
}

TEST_CASE("kbgen's own knowledge base gives the same bytes with one job and with eight") {
  TemporaryFolder folder;
  const std::string config = KBGEN_SOURCE_DIR "/config.yaml";
  const std::string address = "https://example.org";  // pictures for sharing need one
  Run one = build_site(
      {"--config", config, "--output", "one", "--jobs", "1", "--keep-lock", "--base-url", address});
  INFO(one.err);
  REQUIRE(one.status == 0);
  REQUIRE(build_site({"--config", config, "--output", "eight", "--jobs", "8", "--keep-lock",
                      "--base-url", address})
              .status == 0);
  CHECK(first_difference(tree_of("one"), tree_of("eight")) == "");
}

TEST_CASE("files that were made in another order give the same bytes") {
  TestProject project;
  write_archive(12);
  REQUIRE(build_site({"--output", "before"}).status == 0);
  fs::rename("content", "old");
  // The files are made again in reverse order, because many file systems list files in the order in
  // which they were made.
  std::map<std::string, std::string> files = tree_of("old");
  for (auto file = files.rbegin(); file != files.rend(); ++file)
    write_bytes("content/" + file->first, file->second);
  REQUIRE(build_site({"--output", "after"}).status == 0);
  CHECK(first_difference(tree_of("before"), tree_of("after")) == "");
}

TEST_CASE("a site that was changed and changed back is the site that it was") {
  TestProject project;
  write_archive(12);
  REQUIRE(build_site({"--keep-lock"}).status == 0);
  std::map<std::string, std::string> before = tree_of("site");
  std::string episode = read_bytes("content/episodes/e003.md");
  write_bytes("content/episodes/e003.md",
              "---\ntitle: Another\naliases: [/old/]\n---\nOther notes.\n");
  write_bytes("content/guests/late.md", "---\nname: Late Guest\n---\n");
  REQUIRE(build_site({"--keep-lock"}).status == 0);
  CHECK(first_difference(before, tree_of("site")) != "");
  write_bytes("content/episodes/e003.md", episode);
  fs::remove("content/guests/late.md");
  REQUIRE(build_site({"--keep-lock"}).status == 0);
  CHECK(first_difference(before, tree_of("site")) == "");
}

}  // namespace kbgen
