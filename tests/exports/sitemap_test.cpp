// robots.txt and sitemap.xml.

#include <doctest/doctest.h>

#include "support/made_publication.h"

namespace kbgen {

TEST_CASE("the sitemap has each page for reading once, with its day, but not search and 404") {
  MadePublication made({{"topics/mills.md", "---\ntitle: Mills\nupdated: 2024-05-06\n---\n"},
                        {"topics/march.md", "---\ntitle: March\nupdated: 2024-03\n---\n"}},
                       {.config = "title: T\nbase_url: https://example.org/kb\n"});
  std::map<std::string, std::string> files = made.made_by(export_named("sitemap"));
  CHECK(files.at("robots.txt") ==
        "User-agent: *\nAllow: /\nSitemap: https://example.org/kb/sitemap.xml\n");
  const std::string& sitemap = files.at("sitemap.xml");
  CHECK(sitemap.find("<url><loc>https://example.org/kb/topics/mills/</loc><lastmod>2024-05-06</"
                     "lastmod></url>") != std::string::npos);
  CHECK(sitemap.find("<loc>https://example.org/kb/topics/march/</loc></url>") != std::string::npos);
  for (const char* hidden : {"/search/", "404"}) CHECK(sitemap.find(hidden) == std::string::npos);
}

TEST_CASE("without base_url there is no sitemap, because it needs whole addresses") {
  MadePublication made({});
  std::map<std::string, std::string> files = made.made_by(export_named("sitemap"));
  CHECK(files.size() == 1);
  CHECK(files.at("robots.txt") == "User-agent: *\nAllow: /\n");
}

}  // namespace kbgen
