// The terms among which a browser looks for what a reader may have mistyped.

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "exports/search.h"
#include "support/temporary_folder.h"

namespace kbgen {

TEST_CASE("terms are filed under their first and second letters, rare letters together") {
  TemporaryFolder folder;
  Staging staging("nowhere", folder.path() / "staging");
  Diagnostics diag;
  std::vector<std::string> terms = {"ox", "42", "zebra", "mill", "mill", "Ünder", "東京都"};
  for (int i = 0; i < 1000; ++i) terms.push_back(fmt::format("loom{}", i));
  SearchPart part = write_spelling(terms, staging, diag);
  CHECK(part.manifest.starts_with("[\"l\",\""));
  CHECK(part.manifest.find("\"\",\"") != std::string::npos);
  std::string all;
  for (const OutputFile& file : part.files) all += read_bytes(file.waiting);
  for (const char* filed : {"zebra", "mill", "東京都"}) CHECK(all.find(filed) != all.npos);
  CHECK(all.find("ox") == all.npos);
}

}  // namespace kbgen
