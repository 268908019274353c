#include "base/digest.h"

#include <doctest/doctest.h>

namespace kbgen {

// What `openssl dgst -sha384 -binary | base64` and `xxh128sum` print.
TEST_CASE("digests are those of the tools that everybody has") {
  CHECK(integrity_of("abc") ==
        "sha384-ywB1P0WjXou1oD1pmsZQBycsMqsO3tFjGotgWkP/W+2AhgcroefMI1i67KE0yCWn");
  CHECK(integrity_of("") ==
        "sha384-OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdDTAzHv2P24donTt6/529l+9Ua0vFImLlb");
  CHECK(digest_of("").size() == 32);
  CHECK(digest_of("a") != digest_of("b"));
}

}  // namespace kbgen
