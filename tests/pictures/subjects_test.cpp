#include "pictures/subjects.h"

#include <doctest/doctest.h>

namespace kbgen {

TEST_CASE("each page but the one for lost addresses has a picture") {
  CHECK(picture_path({PageKind::home, ""}) == "share.png");
  CHECK(picture_path({PageKind::topics, "topics/"}) == "topics/share.png");
  CHECK(picture_path({PageKind::not_found, "404.html"}) == "");
}

TEST_CASE("only a site that has an address has pictures") {
  Diagnostics diag;
  Config config;
  CHECK_FALSE(has_pictures(config, font_files(), diag));
  config.base_url = "https://example.org";
  CHECK(has_pictures(config, font_files(), diag));
  config.share_images = false;
  CHECK_FALSE(has_pictures(config, font_files(), diag));
  CHECK(diag.all().empty());
}

TEST_CASE("without its fonts no page has a picture, and that is said once") {
  Diagnostics diag;
  Config config;
  config.base_url = "https://example.org";
  CHECK_FALSE(has_pictures(config, {{"no/such.otf"}, {"no/such.otf"}}, diag));
  CHECK(format_diagnostics(diag) ==
        "no/such.otf: warning: this font is not there, so no share images are made "
        "[missing-font]\n"
        "     = help: install the fonts that kbgen was compiled with, or say 'share_images: "
        "false'\n");
}

}  // namespace kbgen
