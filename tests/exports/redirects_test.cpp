// Pages at old paths.

#include <doctest/doctest.h>

#include "support/made_publication.h"

namespace kbgen {

TEST_CASE("an old path leads to its page, by its address from there and by its whole one") {
  MadePublication made(
      {{"topics/mills.md",
        "---\ntitle: \"Mills & <looms>\"\naliases: [/old/mills/, /wind.html]\n---\n"}},
      {.config = "title: T\nbase_url: https://example.org/kb\n"});
  std::map<std::string, std::string> files = made.made_by(export_named("redirects"));
  CHECK(files.size() == 3);
  const std::string& page = files.at("old/mills/index.html");
  CHECK(page.find("content=\"0; url=../../topics/mills/\"") != page.npos);
  CHECK(page.find("<link rel=\"canonical\" href=\"https://example.org/kb/topics/mills/\">") !=
        page.npos);
  CHECK(page.find("<title>Mills &amp; &lt;looms&gt;</title>") != page.npos);
  CHECK(page.find("src=\"../../assets/redirect.js\"") != page.npos);
  CHECK(files.contains("wind.html"));
  CHECK(files.contains("assets/redirect.js"));
}

TEST_CASE("a site without old paths needs no script for them") {
  CHECK(MadePublication({}).made_by(export_named("redirects")).empty());
}

}  // namespace kbgen
