// Which folders a theme is made of.

#include "theme/theme.h"

#include <doctest/doctest.h>

#include <cstdlib>

#include "support/project.h"

namespace kbgen {

TEST_CASE("a theme beside config.yaml may extend the one of its own name that came with kbgen") {
  TestProject project;
  write_bytes("came-with/themes/plain/templates/topic.html", "theirs: {{ topic.title }}");
  write_bytes("came-with/themes/plain/templates/guest.html", "theirs: {{ person.name }}");
  setenv("KBGEN_THEMES", (project.path() / "came-with/themes").c_str(), 1);
  std::filesystem::remove("themes/plain/templates/guest.html");
  write_bytes("themes/plain/theme.yaml", "extends: plain\n");
  write_bytes("themes/plain/templates/topic.html", "mine: {{ topic.title }}");
  write_bytes("content/topics/mills.md", "---\ntitle: Mills\n---\n");
  write_bytes("content/guests/ada.md", "---\nname: Ada\n---\n");
  Run run = build_site();
  INFO(run.err);
  CHECK(run.status == 0);
  CHECK(read_bytes("site/topics/mills/index.html") == "mine: Mills");
  CHECK(read_bytes("site/guests/ada/index.html") == "theirs: Ada");
}

}  // namespace kbgen
