// Old paths, added to the front matter of a file in whichever way it is written.

#include "content/alias_fix.h"

#include <doctest/doctest.h>

#include "base/front_matter.h"
#include "base/yaml.h"

namespace kbgen {

namespace {

// The file after the fix; "" where there is none.
std::string fixed(const std::string& text, const std::vector<std::string>& paths = {"/a/"},
                  const std::string& path = "content/x.md") {
  SourceFile file{path, text};
  std::optional<Fix> fix = alias_fix(file, paths);
  if (!fix) return "";
  CHECK(fix->path == path);
  std::size_t at = 0;
  for (std::uint32_t line = 1; line < fix->line; ++line) at = text.find('\n', at) + 1;
  at += fix->begin;
  CHECK(text.compare(at, fix->from.size(), fix->from) == 0);
  return std::string(text).replace(at, fix->from.size(), fix->to);
}

std::vector<std::string> aliases_of(const std::string& text) {
  SourceFile file{"x.md", text};
  std::optional<FrontMatter> front_matter = find_front_matter(file);
  REQUIRE(front_matter);
  Diagnostics diag;
  std::optional<Yaml> yaml = parse_yaml(front_matter->fields, diag);
  REQUIRE(yaml);
  CHECK(!diag.has_errors());
  std::vector<std::string> aliases;
  for (const Yaml& item : yaml->find("aliases")->items) aliases.push_back(item.text);
  return aliases;
}

}  // namespace

TEST_CASE("old paths join the aliases that a file has, however they are written") {
  CHECK(fixed("---\ntitle: X\n---\nWords.\n") ==
        "---\naliases: [\"/a/\"]\ntitle: X\n---\nWords.\n");
  CHECK(fixed("Words.\n") == "---\naliases: [\"/a/\"]\n---\nWords.\n");
  CHECK(fixed("") == "---\naliases: [\"/a/\"]\n---\n");
  using Paths = std::vector<std::string>;
  const Paths two = {"/a/", "/b: c/"};
  CHECK(aliases_of(fixed("---\naliases: [x, \"/y/\"]\n---\n", two)) ==
        Paths{"x", "/y/", "/a/", "/b: c/"});
  CHECK(aliases_of(fixed("---\naliases: [\n  x,\n  y\n]\ntitle: X\n---\n", two)) ==
        Paths{"x", "y", "/a/", "/b: c/"});
  CHECK(aliases_of(fixed("---\naliases: []\n---\n", two)) == two);
  CHECK(aliases_of(fixed("---\naliases: x\n---\n", two)) == Paths{"x", "/a/", "/b: c/"});
  CHECK(aliases_of(fixed("---\naliases:\n  - x\n  - \"y\"\ntitle: X\n---\n", two)) ==
        Paths{"x", "/a/", "/b: c/", "y"});
}

TEST_CASE("a file that can have no keys, or whose keys cannot be read, is left alone") {
  CHECK(fixed("WEBVTT\n", {"/a/"}, "content/x.vtt").empty());
  CHECK(fixed("---\ntitle: [\n---\n").empty());
  CHECK(fixed("---\n{title: X}\n---\n").empty());
  CHECK(fixed("---\naliases: {x: y}\n---\n").empty());
}

}  // namespace kbgen
