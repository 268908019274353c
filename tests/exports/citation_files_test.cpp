// Records of citations beside pages and for the whole site.

#include <doctest/doctest.h>

#include "base/json.h"
#include "support/made_publication.h"

namespace kbgen {

TEST_CASE("records lie beside episodes and topics, those of the whole site in data/") {
  MadePublication made({{"episodes/talk.md", "---\ntitle: Talk\n---\n"},
                        {"topics/mills.md", "---\ntitle: Mills\n---\n"}});
  std::map<std::string, std::string> files = made.made_by(export_named("citations"));
  std::string paths;
  for (const auto& [path, bytes] : files) paths += path + "\n";
  CHECK(paths ==
        "data/citations.bib\ndata/citations.json\ndata/citations.ris\n"
        "episodes/talk/cite.bib\nepisodes/talk/cite.json\nepisodes/talk/cite.ris\n"
        "topics/mills/cite.bib\ntopics/mills/cite.json\ntopics/mills/cite.ris\n");
  std::optional<Json> all = read_json(files.at("data/citations.json"));
  REQUIRE(all);
  CHECK(all->list()->size() == 2);
  for (const char* title : {"Talk", "Mills"})
    CHECK(files.at("data/citations.bib").find(title) != std::string::npos);
}

TEST_CASE("a site without pages to cite has files for programs all the same") {
  std::map<std::string, std::string> files = MadePublication({}).made_by(export_named("citations"));
  CHECK(files.size() == 3);
  CHECK(read_json(files.at("data/citations.json")));
}

}  // namespace kbgen
