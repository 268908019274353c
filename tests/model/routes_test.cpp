#include "model/routes.h"

#include <doctest/doctest.h>

using namespace kbgen;

static std::string from_server(std::string_view from, std::string_view to,
                               std::string_view fragment = "") {
  return relative_url(from, to, fragment, UrlStyle::from_server);
}

static std::string from_disk(std::string_view from, std::string_view to,
                             std::string_view fragment = "") {
  return relative_url(from, to, fragment, UrlStyle::from_disk);
}

TEST_CASE("links are relative to the page, so that they are good under any path") {
  CHECK(from_server("", "topics/kaggle/") == "topics/kaggle/");
  CHECK(from_server("topics/kaggle/", "topics/python/") == "../python/");
  CHECK(from_server("topics/kaggle/", "episodes/x/") == "../../episodes/x/");
  CHECK(from_server("topics/kaggle/", "topics/") == "../");
  CHECK(from_server("topics/kaggle/", "") == "../../");
  CHECK(from_server("topics/", "topics/kaggle/feed.xml") == "kaggle/feed.xml");
  CHECK(from_server("old/mill.html", "episodes/mill/") == "../episodes/mill/");
}

TEST_CASE("a page links to itself and to the home page") {
  CHECK(from_server("topics/kaggle/", "topics/kaggle/") == "./");
  CHECK(from_server("", "") == "./");
  CHECK(from_disk("", "") == "./index.html");
  CHECK(from_server("topics/kaggle/", "topics/kaggle/", "t=4") == "#t=4");
}

TEST_CASE("links that open from disk name the file") {
  CHECK(from_disk("topics/kaggle/", "") == "../../index.html");
  CHECK(from_disk("topics/kaggle/", "episodes/x/", "t=291") == "../../episodes/x/index.html#t=291");
  CHECK(from_disk("topics/kaggle/", "images/a.png") == "../../images/a.png");
}

TEST_CASE("folders that begin alike are not the same folder") {
  CHECK(from_server("topics/a/", "topics/ab/") == "../ab/");
  CHECK(from_server("topics/ab/", "topics/a/") == "../a/");
}

TEST_CASE("what may not stand in an address is encoded, and a name with a colon is no scheme") {
  CHECK(from_server("", "a b/ü?#%/") == "a%20b/%C3%BC%3F%23%25/");
  CHECK(from_server("x/", "x/javascript:y/").find("javascript:") != 0);
}

TEST_CASE("a path is a file below the output folder") {
  CHECK(output_path("") == "index.html");
  CHECK(output_path("topics/kaggle/") == "topics/kaggle/index.html");
  CHECK(output_path("404.html") == "404.html");
}
