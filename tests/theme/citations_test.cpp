#include "theme/citations.h"

#include <doctest/doctest.h>

#include "citations/formats.h"
#include "support/made_publication.h"

namespace kbgen {

TEST_CASE("a page is cited in every format; only pages with records name their files") {
  MadePublication made({{"episodes/talk.md", "---\ntitle: Talk\n---\n"},
                        {"topics/mills.md", "---\ntitle: \"Mills & <looms>\"\n---\n"}},
                       {.config = "title: T\nbase_url: https://example.org/kb\n"});
  View view = made.view("topics/mills/");
  std::vector<PageCitation> all = citations(view);
  CHECK(all.size() == citation_formats().size());
  std::string paths;
  for (const PageCitation& one : all) {
    CAPTURE(one.name);
    CHECK(one.text.find("Mills") != std::string::npos);
    CHECK(one.html.find("<looms>") == std::string::npos);
    if (!one.path.empty()) paths += one.path + " ";
  }
  CHECK(paths == "topics/mills/cite.bib topics/mills/cite.ris topics/mills/cite.json ");
  for (const PageCitation& one : citations(made.view("topics/"))) CHECK(one.path == "");
  CHECK(citation(view).find("https://example.org/kb/topics/mills/") != std::string::npos);
}

}  // namespace kbgen
