// Pages in place of what was removed on purpose.

#include <doctest/doctest.h>

#include "support/made_publication.h"

namespace kbgen {

TEST_CASE("a removed page says so, with the day if it is known, and nothing of it is markup") {
  MadePublication made({});
  LockedPage gone;
  gone.path = "topics/mills/";
  gone.title = "Mills & <looms>";
  gone.removed_on = "2024-05-06";
  made.publication.removed = {gone};
  std::vector<OutputFile> files =
      write_removed_pages(made.publication, {"assets/main.css"}, made.diag);
  REQUIRE(files.size() == 1);
  CHECK(files[0].path == "topics/mills/index.html");
  std::string page = read_bytes(files[0].waiting);
  CHECK(page.find("<h1>Mills &amp; &lt;looms&gt;</h1>") != page.npos);
  CHECK(page.find("page_removed_on") != page.npos);
  CHECK(page.find("href=\"../../assets/main.css\"") != page.npos);
  CHECK(page.find("content=\"noindex\"") != page.npos);
  made.publication.removed[0].removed_on = "";
  page = read_bytes(write_removed_pages(made.publication, {}, made.diag)[0].waiting);
  CHECK(page.find("page_removed_on") == page.npos);
  CHECK(page.find("page_removed") != page.npos);
}

}  // namespace kbgen
