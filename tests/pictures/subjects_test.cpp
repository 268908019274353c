#include "pictures/subjects.h"

#include <doctest/doctest.h>

namespace kbgen {

static std::string planned(const Config& config, const FontFiles& fonts, Diagnostics& diag) {
  Plan plan;
  plan.pages = {
      {PageKind::home, ""}, {PageKind::topics, "topics/"}, {PageKind::not_found, "404.html"}};
  plan_pictures(config, fonts, plan, diag);
  std::string paths;
  for (const Page& page : plan.pages) paths += page.picture + ";";
  return paths;
}

TEST_CASE("each page but the one for lost addresses has a picture, if it has an address") {
  Diagnostics diag;
  Config config;
  CHECK(planned(config, font_files(), diag) == ";;;");
  config.base_url = "https://example.org";
  CHECK(planned(config, font_files(), diag) == "share.png;topics/share.png;;");
  config.share_images = false;
  CHECK(planned(config, font_files(), diag) == ";;;");
  CHECK(diag.all().empty());
}

TEST_CASE("without its fonts no page has a picture, and that is said once") {
  Diagnostics diag;
  Config config;
  config.base_url = "https://example.org";
  CHECK(planned(config, {{"no/such.otf"}, {"no/such.otf"}}, diag) == ";;;");
  CHECK(format_diagnostics(diag) ==
        "no/such.otf: warning: this font is not there, so no share images are made "
        "[missing-font]\n"
        "     = help: install the fonts that kbgen was compiled with, or say 'share_images: "
        "false'\n");
}

}  // namespace kbgen
