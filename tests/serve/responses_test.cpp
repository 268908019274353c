#include "serve/responses.h"

#include <doctest/doctest.h>

#include "support/temporary_folder.h"

namespace kbgen {

namespace {

struct Silent final : LiveListener {
  void shows(const std::optional<Summary>&, double, const Diagnostics&) override {}
  void is_complete(const std::vector<std::string>&, double, const Diagnostics&) override {}
};

struct Served {
  TemporaryFolder folder;
  LiveSite site{{}, "made"};
  Silent silent;

  explicit Served(
      const std::string& config = "title: A try\nbase_url: https://example.org/a b/\n") {
    write_bytes("config.yaml", config);
    write_bytes("content/topics/mills.md", "---\ntitle: Mills\n---\nThey turn.\n");
    write_bytes("content/images/a.png", "PNG");
  }
  void update() {
    if (site.read(silent)) site.complete(false, silent);
  }
  // "200 text/html; charset=utf-8", with what else there is.
  std::string to(std::string_view target) const {
    std::optional<Response> response = respond(site.now(), target, "made");
    if (!response) return "wait";
    return std::to_string(response->status) + " " + response->type +
           (response->file.empty() ? "" : " " + response->file) +
           (response->location.empty() ? "" : " " + response->location);
  }
  std::string body(std::string_view target) const {
    std::optional<Response> response = respond(site.now(), target, "made");
    return response ? response->body : "";
  }
};

}  // namespace

TEST_CASE("addresses below the path of base_url are answered as a static server does") {
  Served served;
  served.update();
  CHECK(served.to("/a%20b/") == "200 text/html; charset=utf-8");
  CHECK(served.to("/a%20b/topics/mills/") == "200 text/html; charset=utf-8");
  CHECK(served.to("/a%20b/topics/mills/index.html") == "200 text/html; charset=utf-8");
  CHECK(served.to("/a%20b/topics/mills") == "301 text/plain /a b/topics/mills/");
  CHECK(served.to("/a%20b/images/a.png") == "200 image/png content/images/a.png");
  CHECK(served.to("/a%20b/feed.xml") == "200 application/xml; charset=utf-8 made/feed.xml");
  CHECK(served.to("/") == "301 text/plain /a b/");
  CHECK(served.to("/topics/mills/").starts_with("404"));
  CHECK(served.body("/a%20b/topics/mills/").find("They turn.") != std::string::npos);
}

TEST_CASE("only files of the site are answers") {
  Served served("title: A try\n");
  served.update();
  for (const char* target : {"/../config.yaml", "/%2e%2e/config.yaml", "/..%2fconfig.yaml",
                             "//etc/passwd", "/content/topics/mills.md", "/config.yaml",
                             "/.kbgen/manifest.json", "/topics/../config.yaml", "/feed.xml%00",
                             "/images/../../config.yaml", "/\\..\\config.yaml", "/%", "/%zz"})
    CHECK(served.to(target).starts_with("404"));
}

TEST_CASE("what is not known yet waits, and what is wrong is said in place of a page") {
  Served served("titel: A try\n");
  CHECK(served.to("/") == "wait");
  served.update();
  CHECK(served.to("/") == "500 text/html; charset=utf-8");
  CHECK(event_data(served.site.now(), "", "made").find("\"code\":\"unknown-key\"") !=
        std::string::npos);
  write_bytes("config.yaml", "title: A try\n");
  served.site.read(served.silent);
  CHECK(served.to("/") == "200 text/html; charset=utf-8");
  CHECK(served.to("/feed.xml") == "wait");
  served.site.complete(false, served.silent);
  CHECK(served.to("/feed.xml") == "200 application/xml; charset=utf-8 made/feed.xml");
  write_bytes("content/topics/mills.md", "---\ntitle: [\n---\n");
  CHECK(!served.site.read(served.silent));
  CHECK(served.to("/feed.xml") == "200 application/xml; charset=utf-8 made/feed.xml");
  CHECK(served.body("/topics/mills/").find("They turn.") != std::string::npos);
}

TEST_CASE("a page's state changes with its bytes, and with nothing else") {
  Served served("title: A try\n");
  served.update();
  std::string topic = event_data(served.site.now(), "topics/mills/", "made");
  std::string none = event_data(served.site.now(), "topics/none/", "made");
  write_bytes("content/topics/mills.md", "---\ntitle: Mills\n---\nThey stand.\n");
  served.update();
  CHECK(event_data(served.site.now(), "topics/mills/", "made") != topic);
  CHECK(event_data(served.site.now(), "topics/none/", "made") == none);
}

}  // namespace kbgen
