// Markdown twins, and llms.txt, which lists them.

#include <doctest/doctest.h>

#include "support/made_publication.h"

namespace kbgen {

TEST_CASE("every page for reading has a twin, and llms.txt lists those of things by kind") {
  MadePublication made({{"guests/ada.md", "---\nname: \"Ada *L*\"\n---\n"},
                        {"topics/mills.md", "---\ntitle: Mills\n---\n"}},
                       {.config = "title: T\ndescription: All of it.\n"
                                  "base_url: https://example.org/kb\n"});
  std::map<std::string, std::string> files = made.made_by(export_named("markdown"));
  CHECK(files.at("llms.txt") ==
        "# T\n\n> All of it.\n\n## topics\n\n- "
        "[Mills](https://example.org/kb/topics/mills/index.md)\n\n## guests\n\n- [Ada "
        "\\*L\\*](https://example.org/kb/guests/ada/index.md)\n\n");
  for (const char* path : {"index.md", "topics/index.md", "topics/mills/index.md"})
    CHECK(files.contains(path));
  for (const char* path : {"search/index.md", "404.md"}) CHECK(!files.contains(path));
}

}  // namespace kbgen
