// What templates may read: every field of every row, of every kind of thing,
// reached the way a template reaches it.

#include <doctest/doctest.h>

#include <map>
#include <set>
#include <string>

#include "base/disk.h"
#include "base/text.h"
#include "support/project.h"
#include "theme/contract_picture.h"

namespace kbgen {

namespace {

struct FieldName {
  std::string name, type;
};

using Tables = std::map<std::string, std::vector<FieldName>>;

template <class Row>
void add_table(Tables& tables) {
  for (const Field<Row>& field : Contract<Row>::fields())
    tables[std::string(Contract<Row>::name)].push_back(
        {std::string(field.name), std::string(field.type)});
}

template <class... Rows>
Tables tables_of() {
  Tables tables;
  (add_table<Rows>(tables), ...);
  return tables;
}

const Tables& all_tables() {
  static const Tables tables =
      tables_of<SiteRow, PageRow, Theme, Episode, SpokenText, Speaker, Person, Topic, Resource,
                Show, StaticPage, Chapter, ExternalLink, Creator, Audio, Video, Download,
                PageCitation, MetaTag, PassageGroup, Passage, SaidAbout, Relation, Place, HomePart,
                PictureRow, RelatedEpisode, Backlink, SpeakerTalk, EntityCount, SpeakerCount,
                YearCount, Version, Part, Map, MapNode, MapEdge, Date, Timecode>();
  return tables;
}

// A template that reads everything `depth` rows deep.
std::string read_all(const std::string& variable, const std::string& row, int depth) {
  std::string out;
  for (const FieldName& field : all_tables().at(row)) {
    std::string value = variable + "." + field.name;
    bool list = field.type.starts_with("list of ");
    std::string type = replace_all(list ? field.type.substr(8) : field.type, "?", "");
    bool deeper = depth > 0 && all_tables().contains(type);
    std::string inner = variable + "_" + field.name;
    if (list)
      out += "{% for " + inner + " in " + value + " %}" +
             (deeper ? read_all(inner, type, depth - 1) : "x") + "{% endfor %}\n";
    else if (deeper)
      out += "{% if " + value + " %}{% set " + inner + " = " + value + " %}" +
             read_all(inner, type, depth - 1) + "{% endif %}\n";
    else if (!all_tables().contains(type))
      out += "{{ " + value + " }}\n";
  }
  return out;
}

}  // namespace

TEST_CASE("every type that the contract names is one of its rows or plain") {
  static const std::set<std::string> plain = {"text", "number", "truth", "HTML", "options"};
  for (const auto& [row, fields] : all_tables())
    for (const FieldName& field : fields) {
      std::string type = replace_all(
          field.type.starts_with("list of ") ? field.type.substr(8) : field.type, "?", "");
      INFO(row, ".", field.name, ": ", field.type);
      CHECK((plain.contains(type) || all_tables().contains(type)));
    }
}

TEST_CASE("no row has two fields of one name, and every field has a meaning") {
  for (const auto& [row, fields] : all_tables()) {
    std::set<std::string> names;
    for (const FieldName& field : fields) {
      INFO(row, ".", field.name);
      CHECK(names.insert(field.name).second);
    }
  }
  for (const Field<Episode>& field : Contract<Episode>::fields())
    CHECK(field.meaning.ends_with('.'));
}

TEST_CASE("every field of every row can be read on every kind of page") {
  TestProject project;
  write_archive(6);
  write_bytes("content/episodes/bare.md", "---\ntitle: Bare\n---\n");
  write_bytes("content/pages/about.md", "[[Episode 1]]\n");
  struct Subject {
    const char* file;
    const char* variable;
    const char* row;
  };
  for (const Subject& subject :
       {Subject{"episode", "episode", "episode"}, Subject{"guest", "person", "person"},
        Subject{"topic", "topic", "topic"}, Subject{"resource", "resource", "resource"},
        Subject{"show", "show", "show"}, Subject{"page", "static_page", "static_page"}})
    write_bytes(std::string("themes/plain/templates/") + subject.file + ".html",
                read_all(subject.variable, subject.row, 2) + read_all("page", "page", 1));
  write_bytes("themes/plain/templates/home.html", read_all("site", "site", 2));
  write_bytes("themes/plain/templates/404.html", read_all("page", "page", 1));
  Run run = build_site();
  INFO(run.err.substr(0, 3000));
  CHECK(run.status == 0);
  CHECK(read_bytes("site/episodes/e001/index.html").size() > 1000);
}

}  // namespace kbgen
