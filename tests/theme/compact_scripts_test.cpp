#include "theme/compact_scripts.h"

#include <doctest/doctest.h>

#include "support/project.h"

namespace kbgen {

static const std::filesystem::path scripts = KBGEN_SOURCE_DIR "/themes/default/assets";

// The scripts of the site in site/, by the part of the name before the digest.
static std::map<std::string, std::string> published_scripts() {
  std::map<std::string, std::string> published;
  for (const auto& file : std::filesystem::directory_iterator("site/assets"))
    if (std::string name = file.path().filename(); name.ends_with(".js"))
      published[name.substr(0, name.find('.'))] = read_bytes(file.path());
  return published;
}

TEST_CASE("every script of the default theme has a compact form, until a byte of it changes") {
  int count = 0;
  for (const auto& file : std::filesystem::directory_iterator(scripts)) {
    if (file.path().extension() != ".js") continue;
    std::string script = read_bytes(file.path());
    INFO(file.path());
    REQUIRE(compact_form_of(script));
    CHECK(compact_form_of(script)->find("\n  ") == std::string_view::npos);
    CHECK_FALSE(compact_form_of(script + "\n"));
    ++count;
  }
  CHECK(count > 10);
}

TEST_CASE(
    "search is published as one script, and as it is written where a theme changed a module") {
  TestProject project;
  for (const auto& file : std::filesystem::directory_iterator(scripts))
    if (file.path().extension() == ".js")
      write_bytes("themes/plain/assets/" + file.path().filename().string(),
                  read_bytes(file.path()));
  write_bytes("themes/plain/templates/topic.html",
              "{{ asset('search.js') }}{{ asset('cite.js') }}");
  write_bytes("content/topics/mills.md", "---\ntitle: Mills\n---\n");
  Run run = build_site();
  INFO(run.err);
  REQUIRE(run.status == 0);
  auto joined = published_scripts();
  CHECK(joined.contains("search"));
  CHECK_FALSE(joined.contains("search-page"));

  std::string changed = "// Changed.\n" + read_bytes(scripts / "search-page.js");
  write_bytes("themes/plain/assets/search-page.js", changed);
  REQUIRE(build_site().status == 0);
  auto apart = published_scripts();
  CHECK(apart["search-page"].starts_with("// Changed.\n"));
  CHECK(apart["search"].starts_with("// The search field:"));
  CHECK(apart["search-words"] == *compact_form_of(read_bytes(scripts / "search-words.js")));
  CHECK(apart["cite"] == joined["cite"]);
}

}  // namespace kbgen
