#include "base/digest.h"

#include <doctest/doctest.h>

namespace kbgen {

// What `sha256sum` and `xxh128sum` print.
TEST_CASE("digests are those of the tools that everybody has") {
  CHECK(sha256_of("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(digest_of("").size() == 32);
  CHECK(digest_of("a") != digest_of("b"));
}

}  // namespace kbgen
