// Every input that is kept for the fuzzers goes through its reader. Findings
// are kept there, too, so that none comes back.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>

#include "fuzz/target.h"
#include "support/temporary_folder.h"

namespace kbgen::fuzz {

namespace fs = std::filesystem;

static const fs::path corpus = fs::path(KBGEN_SOURCE_DIR) / "tests/fuzz/corpus";

TEST_CASE("no input of the fuzzers' corpora breaks its reader") {
  for (const Target& target : targets()) {
    std::size_t count = 0;
    for (const fs::directory_entry& file : fs::directory_iterator(corpus / target.name)) {
      INFO(file.path().string());
      std::string bytes = read_bytes(file.path());
      CHECK_NOTHROW(target.read(bytes));
      ++count;
    }
    CAPTURE(target.name);
    CHECK(count >= 10);
  }
}

TEST_CASE("every corpus belongs to a fuzzer") {
  for (const fs::directory_entry& folder : fs::directory_iterator(corpus)) {
    std::string name = folder.path().filename().string();
    CAPTURE(name);
    CHECK(
        std::ranges::any_of(targets(), [&](const Target& target) { return target.name == name; }));
  }
}

}  // namespace kbgen::fuzz
