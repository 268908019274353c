// The whole program, as authors and readers see it: every .case beside this
// file and below. KBGEN_UPDATE=1 writes what came out into them, for `git diff`
// to judge; KBGEN_CASE=errors/bad runs those whose path has it.

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <string>
#include <vector>

#include "base/disk.h"
#include "base/text.h"
#include "support/case_runner.h"
#include "support/temporary_folder.h"

namespace kbgen {

static std::vector<std::string> case_files() {
  std::vector<std::string> paths;
  for (const std::string& name : files_below(KBGEN_SOURCE_DIR "/tests/sites"))
    if (file_extension(name) == ".case")
      paths.push_back(join_path(KBGEN_SOURCE_DIR "/tests/sites", name));
  return paths;
}

TEST_CASE("every .case comes out as it says") {
  const char* only = std::getenv("KBGEN_CASE");
  for (const std::string& path : case_files()) {
    if (only && path.find(only) == path.npos) continue;
    std::string text = read_bytes(path);
    CaseResult result = run_case(text);
    INFO(path, "\n", result.problems);
    CHECK(result.problems.empty());
    if (std::getenv("KBGEN_UPDATE") && result.updated != text) write_bytes(path, result.updated);
  }
}

TEST_CASE("every .case begins with a sentence") {
  for (const std::string& path : case_files()) {
    std::string text = read_bytes(path);
    std::string sentence(trim(text.substr(0, std::min(text.find("\n-- "), text.find("\n$ ")))));
    CAPTURE(path);
    CHECK(sentence.ends_with('.'));
    CHECK(sentence.front() != '-');
  }
}

}  // namespace kbgen
