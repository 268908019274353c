#include "theme/health.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "support/made_knowledge.h"

namespace kbgen {

TEST_CASE("findings are listed by code and by file, with the page that is made of the file") {
  MadeKnowledge made({{"topics/mills.md", "---\ntitle: Mills\n---\n"}},
                     {.config = "title: A\nrepository: https://github.com/a/b\n"});
  const ContentFile& file = made.known.sources.files[0];
  Diagnostics found;
  found.warning("unused-entity", file.source->path, "nothing leads to it", "remove it");
  found.warning("unused-alias", Span{file.source.get(), 11, 16}, "again");
  found.warning("unused-alias", Span{file.source.get(), 11, 16}, "and again");
  found.warning("large-site", "", "it is large");
  Health health = health_of(found, made.known);
  CHECK(health.count == 4);
  std::string lines;
  for (const HealthCode& code : health.codes)
    lines += fmt::format("{} {} {}\n", code.code, code.count, code.findings.size());
  for (const HealthFile& of : health.files)
    lines += fmt::format("{}: {} {} {} {}\n", of.path, of.count, of.codes.size(), of.page_title,
                         of.page_path);
  CHECK(lines ==
        "large-site 1 1\nunused-alias 2 2\nunused-entity 1 1\n"
        ": 1 1  \ncontent/topics/mills.md: 3 2 Mills topics/mills/\n");
  const Finding& alias = health.codes[1].findings[0];
  CHECK(alias.line == 2);
  CHECK(alias.source == "title: Mills");
  CHECK(alias.edit_url == "https://github.com/a/b/edit/main/content/topics/mills.md#L2");
  CHECK(!health.codes[1].meaning.empty());
}

TEST_CASE("a hundred findings of one code are listed, and all are counted") {
  MadeKnowledge made({});
  Diagnostics found;
  for (int i = 0; i < 101; ++i)
    found.warning("unused-entity", "", fmt::format("nothing leads to {}", i));
  Health health = health_of(found, made.known);
  CHECK(health.count == 101);
  CHECK(health.codes.at(0).count == 101);
  CHECK(health.codes.at(0).findings.size() == 100);
}

}  // namespace kbgen
