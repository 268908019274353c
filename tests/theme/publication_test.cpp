#include "theme/publication.h"

#include <doctest/doctest.h>

#include "support/made_publication.h"

namespace kbgen {

TEST_CASE("addresses have the host of base_url, or are such that a disk can open them") {
  const std::vector<TextFile> files = {{"topics/mills.md", "---\ntitle: Mills\n---\n"}};
  MadePublication there(files, {.config = "title: T\nbase_url: https://example.org/kb/\n"});
  CHECK(there.publication.absolute_url("topics/é/") == "https://example.org/kb/topics/%C3%A9/");
  CHECK(there.publication.url_style() == UrlStyle::from_server);
  MadePublication here(files);
  CHECK(here.publication.absolute_url("topics/mills/") == "");
  CHECK(here.publication.url_style() == UrlStyle::from_disk);
}

TEST_CASE("a page is called after what it shows; one that is not in the plan has no day") {
  const std::vector<TextFile> files = {
      {"topics/mills.md", "---\ntitle: Mills\nupdated: 2024-05-06\n---\n"}};
  MadePublication made(files);
  CHECK(title_of(made.publication, made.page("topics/mills/")) == "Mills");
  CHECK(title_of(made.publication, made.page("")) == "A case");
  CHECK(title_of(made.publication, made.page("topics/")) == "topics");
  CHECK(title_of(made.publication, made.page("404.html")) == "page_not_found");
  CHECK(made.publication.date_of(made.page("topics/mills/")).changed == parse_date("2024-05-06"));
  Page copy = made.page("topics/mills/");
  CHECK(!made.publication.date_of(copy).changed);
}

}  // namespace kbgen
