#include "exports/search_packs.h"

#include <doctest/doctest.h>

#include "support/temporary_folder.h"

namespace kbgen {

TEST_CASE("a pack that is full gets no more parts, and equal packs are one file") {
  TemporaryFolder folder;
  Staging staging("nowhere", folder.path() / "staging");
  Diagnostics diag;
  SearchPart part;
  PackWriter packs("cards", part, staging, diag);
  const std::string large(full_pack - 1, 'x');
  CHECK(packs.add(large) == large.size());
  packs.add("y");  // begins below the limit, so it is in the first pack and fills it
  packs.add("a");
  std::vector<std::string> digests = packs.finish();
  REQUIRE(digests.size() == 2);
  CHECK(read_bytes(part.files.at(0).waiting) == large + "y");
  CHECK(read_bytes(part.files.at(1).waiting) == "a");
  CHECK(part.files[0].path == "search/cards/" + digests[0] + ".bin");
  PackWriter again("cards", part, staging, diag);
  again.add("a");
  CHECK(again.finish() == std::vector{digests[1]});
  CHECK(PackWriter("cards", part, staging, diag).finish().empty());
}

}  // namespace kbgen
