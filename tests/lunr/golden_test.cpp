// The cases in golden/, with the index that lunr.js makes of them, recorded by
// golden.mjs. compare.mjs compares the same ones and many more with lunr.js
// itself.

#include <doctest/doctest.h>

#include <filesystem>
#include <set>
#include <string>
#include <string_view>

#include "base/text.h"
#include "lunr/run_index.h"

using namespace kbgen;

struct GoldenCase {
  std::vector<std::string> arguments;
  std::string documents, index;
};

static std::string section(std::string_view text, std::string_view from, std::string_view to) {
  std::size_t begin = text.find(from);
  REQUIRE(begin != text.npos);
  begin += from.size();
  std::size_t end = to.empty() ? text.size() : text.find(to, begin);
  REQUIRE(end != text.npos);
  return std::string(text.substr(begin, end - begin));
}

static GoldenCase read_case(const std::filesystem::path& path) {
  std::string text = read_whole(path);
  GoldenCase golden;
  std::string arguments = section(text, "\n-- arguments --\n", "-- documents --\n");
  for (std::string_view argument : split(arguments, '\n'))
    if (!argument.empty()) golden.arguments.emplace_back(argument);
  golden.documents = section(text, "-- documents --\n", "-- index --\n");
  golden.index = section(text, "-- index --\n", "");
  golden.index.pop_back();  // the line end, which the index does not have
  return golden;
}

TEST_CASE("an index is the one that lunr.js makes, byte for byte") {
  std::filesystem::path folder = std::filesystem::path(KBGEN_SOURCE_DIR) / "tests/lunr/golden";
  std::set<std::filesystem::path> cases;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) cases.insert(entry.path());
  CHECK(cases.size() == 25);
  for (const auto& path : cases) {
    CAPTURE(path.filename().string());
    GoldenCase golden = read_case(path);
    IndexRun run = run_index(golden.documents, golden.arguments);
    CHECK(run.out == golden.index);
    CHECK(run.status == 0);
  }
}
