// Checks that the last good site stays whatever goes wrong: when a build fails at one of its gates,
// and when it is killed at any moment.

#include <doctest/doctest.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <map>
#include <string>
#include <thread>
#include <vector>

#include "base/disk.h"
#include "base/text.h"
#include "support/project.h"

namespace kbgen {

namespace fs = std::filesystem;

namespace {

using Tree = std::map<std::string, std::string>;

// The files below a folder, with the inode and the time of writing added to the bytes of each.
Tree dated_tree(const std::string& folder) {
  Tree tree = tree_of(folder);
  for (auto& [path, bytes] : tree) {
    struct stat info {};
    REQUIRE(stat((folder + "/" + path).c_str(), &info) == 0);
    bytes += "\n" + std::to_string(info.st_ino) + " " + std::to_string(info.st_mtim.tv_sec) + "." +
             std::to_string(info.st_mtim.tv_nsec);
  }
  return tree;
}

void show_titles() {
  for (const char* name : {"episode", "guest", "topic", "resource", "home", "episodes"})
    write_bytes("themes/plain/templates/" + std::string(name) + ".html",
                "{{ site.title }} {{ page.title }}");
}

void write_version(const std::string& version) {
  std::string config = read_bytes("config.yaml");
  write_bytes("config.yaml",
              "title: Version " + version + "\n" + config.substr(config.find('\n') + 1));
}

// Starts a build in a process that can be killed: this test program, with one test case to run.
pid_t start_build() {
  pid_t child = fork();
  if (child == 0) {
    execl("/proc/self/exe", "kbgen_tests",
          "--test-case=a build for the test of builds that are killed", "--no-skip",
          "--out=/dev/null", nullptr);
    _exit(127);
  }
  return child;
}

}  // namespace

TEST_CASE("a build that fails, at whatever gate, leaves every file of the site as it was") {
  TestProject project;
  write_archive(6);
  show_titles();
  REQUIRE(build_site().status == 0);
  const Tree before = dated_tree("site");
  auto fails = [&](const char* what, const std::string& path, std::string_view bytes) {
    std::string saved = read_bytes(path);
    bool was_there = exists(path);
    write_bytes(path, bytes);
    Run run = build_site();
    INFO(what, "\n", run.err);
    CHECK(run.status == 1);
    CHECK(run.err.ends_with("nothing was written\n"));
    if (was_there)
      write_bytes(path, saved);
    else
      fs::remove(path);
    Tree after = dated_tree("site");
    CHECK(after == before);
  };
  fails("config", "config.yaml", "title: [\n");
  fails("front matter", "content/episodes/e000.md", "---\ntitle: [\n---\n");
  fails("reference", "content/episodes/e000.md", "---\nguests: [nobody]\n---\n");
  fails("prose", "content/episodes/e000.md", "[[nothing]]\n");
  fails("template that does not parse", "themes/plain/templates/home.html", "{% if %}");
  fails("template that fails on one page", "themes/plain/templates/topic.html",
        "{% if topic.slug == 'topic-3' %}{{ nothing }}{% endif %}");
  fails("clash", "content/episodes/e000.md", "---\naliases: [/topics/]\n---\n");
  CHECK(build_site().status == 0);
  CHECK(dated_tree("site") == before);
}

TEST_CASE("a warning fails a build only with --strict, and then nothing is written") {
  TestProject project;
  write_bytes("content/episodes/e.md", "---\nguests: [ada, ada]\n---\n");
  write_bytes("content/guests/ada.md", "");
  CHECK(build_site({"--strict"}).status == 1);
  CHECK(!exists("site"));
  CHECK(build_site().status == 0);
  CHECK(exists("site/index.html"));
}

TEST_CASE("a build for the test of builds that are killed" * doctest::skip()) { build_site(); }

// Kills the build as soon as it has put `version` of the file at `path` in place, unless it ends
// before.
static void kill_after(pid_t build, const std::string& path, const std::string& version) {
  bool ended = false;
  while (!ended && read_bytes(path) != version) {
    std::this_thread::sleep_for(std::chrono::microseconds(50));
    ended = waitpid(build, nullptr, WNOHANG) != 0;
  }
  if (ended) return;  // another process may have its number by now
  kill(build, SIGKILL);
  waitpid(build, nullptr, 0);
}

TEST_CASE(
    "a build that is killed leaves the old site or the new one, and the next one finishes it") {
  TestProject project;
  write_archive(24);
  show_titles();
  REQUIRE(build_site().status == 0);
  auto tree_of_version = [](const char* version) {
    write_version(version);
    REQUIRE(build_site().status == 0);
    return tree_of("site");
  };
  // Three builds before the rounds begin: every page of `b` and of `a` differs from the build
  // before it, so all later ones have the same dates.
  const Tree b = tree_of_version("b"), a = tree_of_version("a");
  std::vector<std::string> changing;
  for (const auto& [path, bytes] : a)
    if (bytes != b.at(path)) changing.push_back(path);
  REQUIRE(changing.size() > 80);
  // A record of the last build may be there or not: it is kept only if no file is quite new.
  auto count_files = [] {
    Tree tree = tree_of(".");
    std::erase_if(
        tree, [](const auto& file) { return file.first.find("last-build-") != std::string::npos; });
    return tree.size();
  };
  const std::size_t files_of_project = count_files();

  constexpr std::size_t rounds = 12;
  for (std::size_t round = 0; round < rounds; ++round) {
    write_version("b");
    const std::string& target = changing[round * changing.size() / rounds];
    kill_after(start_build(), "site/" + target, b.at(target));
    const Tree left = tree_of("site");
    INFO(first_difference(left, a), " ", first_difference(left, b));
    CHECK((left == a || left == b));

    write_version("a");
    CHECK(build_site().status == 0);
    CHECK(tree_of("site") == a);
    CHECK(count_files() == files_of_project);
  }
}

}  // namespace kbgen
