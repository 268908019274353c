#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>

#include "support/project.h"

namespace kbgen {

namespace {

// An editor for as long as a test needs it.
class Editor {
 public:
  explicit Editor(const char* command) {
    unsetenv("VISUAL");
    command ? setenv("EDITOR", command, 1) : unsetenv("EDITOR");
  }
  ~Editor() { unsetenv("EDITOR"); }
};

}  // namespace

TEST_CASE("--edit hands the file to the editor as one word, whatever its name is") {
  TestProject project;
  Editor editor("printf 'Edited.\\n' >>");
  Run run = run_kbgen({"new", "page", "It's $(touch owned)", "--edit"});
  CHECK(run.status == 0);
  CHECK(run.out == "content/pages/its-touch-owned.md\n");
  CHECK(read_bytes("content/pages/its-touch-owned.md").ends_with("---\nEdited.\n"));
  CHECK(!std::filesystem::exists("owned"));
}

TEST_CASE("an editor that is not there, or fails, is told; the file stays") {
  TestProject project;
  {
    Editor none(nullptr);
    Run run = run_kbgen({"new", "page", "One", "--edit"});
    CHECK(run.status == 1);
    CHECK(run.err == "kbgen new: neither VISUAL nor EDITOR says which editor\n");
  }
  Editor failing("false");
  Run run = run_kbgen({"new", "page", "Two", "--edit"});
  CHECK(run.status == 1);
  CHECK(run.err == "kbgen new: the editor 'false' ended with a failure\n");
  CHECK(std::filesystem::exists("content/pages/two.md"));
}

TEST_CASE("nothing is written through a link that leads out of the content") {
  TestProject project;
  std::filesystem::create_directories("content");
  std::filesystem::create_directory("elsewhere");
  std::filesystem::create_directory_symlink("../elsewhere", "content/topics");
  Run run = run_kbgen({"new", "topic", "Tea"});
  CHECK(run.status == 1);
  CHECK(run.err == "kbgen new: content/topics/tea.md would be outside of content\n");
  CHECK(std::filesystem::is_empty("elsewhere"));
}

TEST_CASE("a title may be any bytes at all") {
  TestProject project;
  Run run =
      run_kbgen({"new", "topic", "a\xff\n\x01 \"b\" \xe2\x80\xa8: #c", "--date", "2026-11-21"});
  CHECK(run.status == 0);
  // That nothing leads to it yet is all.
  Run check = run_kbgen({"check"});
  CHECK(check.status == 0);
  CHECK(check.err.find("[unused-entity]") != std::string::npos);
  CHECK(check.out.ends_with("1 warning\n"));
}

}  // namespace kbgen
