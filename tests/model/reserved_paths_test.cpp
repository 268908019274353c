#include "model/reserved_paths.h"

#include <doctest/doctest.h>

namespace kbgen {

TEST_CASE("paths of the site's own files are reserved, however a file system may spell them") {
  for (const char* path : {"assets/", "assets/x/", "Assets/x/", "assets./x/", "ASSETS /", "CNAME",
                           "cname", ".well-known/", "topics/.hidden/", ".nojekyll"}) {
    CAPTURE(path);
    CHECK(is_reserved_path(path));
  }
  for (const char* path :
       {"", "topics/", "topics/assets/", "asset/", "my-assets/", "a.b/", "cnames"}) {
    CAPTURE(path);
    CHECK(!is_reserved_path(path));
  }
}

}  // namespace kbgen
