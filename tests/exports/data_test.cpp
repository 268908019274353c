// The files below data/: whole, and true to the pages.

#include <doctest/doctest.h>

#include <filesystem>
#include <map>
#include <set>
#include <string>

#include "base/disk.h"
#include "base/json.h"
#include "base/text.h"
#include "support/gunzip.h"
#include "support/manual.h"
#include "support/project.h"

namespace kbgen {

namespace {

namespace fs = std::filesystem;

Json json_of(const std::string& path, std::string text) {
  Diagnostics diag;
  SourceFile file{path, std::move(text)};
  std::optional<Json> json = parse_json(file, diag);
  INFO(path, format_diagnostics(diag));
  REQUIRE(json);
  return *json;
}

Json json_of(const std::string& path) { return json_of(path, read_bytes(path)); }

const std::string& text_at(const Json& map, std::string_view key) {
  const Json* value = map.find(key);
  REQUIRE(value);
  REQUIRE(value->text());
  return *value->text();
}

// With all there is to tell, and transcripts on the pages.
void write_telling_archive() {
  write_archive(5);
  fs::copy_file(KBGEN_SOURCE_DIR "/tests/support/everything.html",
                "themes/plain/templates/episode.html", fs::copy_options::overwrite_existing);
  write_bytes(
      "content/guests/odd.md",
      "---\nname: \"Odd \\\"<b>\\\" \\\\ Name\"\naliases: [Odd One]\nrole: Editor\nsame_as: "
      "[\"https://example.org/odd\"]\n---\n");
  write_bytes("content/topics/part.md",
              "---\ntitle: A part\nparent: topic-1\nrelated: [topic-2]\n---\n");
  write_bytes("content/resources/book.md",
              "---\ntitle: A book\ntype: book\nby: [odd, Somebody]\nurl: "
              "https://example.org/book\nyear: 1843\nisbn: \"9780262035613\"\ndoi: "
              "10.1000/182\ntopics: [part]\n---\n");
  write_bytes("content/pages/about.md", "---\ntitle: About\n---\nThis.\n");
  write_bytes("content/episodes/told.md",
              "---\ntitle: Told\ndate: 2020-02-02\nrecorded: 2020-01-31\nshow: evening\nseason: 1\n"
              "number: 2\nhosts: [odd]\nguests: [guest-1]\ntopics: [part]\nresources: "
              "[book]\nsummary: All of it.\nlicense: CC0\nlanguage: en-GB\naudio: {url: "
              "\"https://example.org/a.mp3\", duration: \"1:02:03\"}\n---\n");
  write_bytes("content/episodes/seen.md", "---\ntitle: Seen\nvideo: {youtube: dQw4w9WgXcQ}\n---\n");
  Run run = build_site();
  INFO(run.err);
  REQUIRE(run.status == 0);
}

// The pages of ids, and the ids on them.
class Pages {
 public:
  bool has(const std::string& id) const { return exists("site/" + id + "index.html"); }
  bool has(const std::string& id, const std::string& fragment) {
    std::string& html = html_[id];
    if (html.empty()) html = read_bytes("site/" + id + "index.html");
    return html.find(" id=\"" + fragment + "\"") != std::string::npos;
  }

 private:
  std::map<std::string, std::string> html_;
};

// Every key of a value and of what is in it.
void collect_keys(const Json& json, std::set<std::string>& keys) {
  if (const Json::List* list = json.list())
    for (const Json& item : *list) collect_keys(item, keys);
  if (const Json::Map* map = json.map())
    for (const auto& [key, value] : *map) {
      keys.insert(key);
      collect_keys(value, keys);
    }
}

std::vector<Json> mentions() {
  std::vector<Json> lines;
  std::string text = gunzip(read_bytes("site/data/mentions.ndjson.gz"));
  REQUIRE(text.ends_with('\n'));
  text.pop_back();
  for (std::string_view line : split(text, '\n'))
    lines.push_back(json_of("line", std::string(line)));
  return lines;
}

}  // namespace

TEST_CASE("whatever the data names has a page") {
  TestProject project;
  write_telling_archive();
  Pages pages;
  std::set<std::string> ids;
  std::vector<std::string> named;
  Json data = json_of("site/data/entities.json");
  for (const Json& entity : *data.find("entities")->list()) {
    CHECK(ids.insert(text_at(entity, "id")).second);
    for (const char* key : {"show", "parent"})
      if (const Json* one = entity.find(key)) named.push_back(*one->text());
    for (const char* key : {"hosts", "guests", "topics", "resources", "related"})
      if (const Json* list = entity.find(key))
        for (const Json& one : *list->list()) named.push_back(*one.text());
    if (const Json* by = entity.find("by"))
      for (const Json& maker : *by->list())
        if (const Json* person = maker.find("person")) named.push_back(*person->text());
  }
  CHECK(ids.size() == (5 + 2) + 13 + 13 + 13 + 2 + 1);
  for (const std::string& id : ids) CHECK(pages.has(id));
  CHECK(named.size() > 20);
  for (const std::string& id : named) CHECK(ids.contains(id));
}

TEST_CASE("an entity tells what its author did") {
  TestProject project;
  write_telling_archive();
  Json entities = json_of("site/data/entities.json");
  auto text_of = [&](const std::string& id) -> std::string {
    for (const Json& entity : *entities.find("entities")->list())
      if (text_at(entity, "id") == id) return format_json(entity);
    return "";
  };
  CHECK(text_of("guests/odd/") ==
        R"({"id":"guests/odd/","kind":"guest","title":"Odd \"<b>\" \\ Name","role":"Editor",)"
        R"("aliases":["Odd One"],"same_as":["https://example.org/odd"],"mentions":0})");
  CHECK(text_of("topics/part/") ==
        R"({"id":"topics/part/","kind":"topic","title":"A part","aliases":[],)"
        R"("parent":"topics/topic-1/","related":["topics/topic-2/"],"mentions":0})");
  CHECK(text_of("resources/book/") ==
        R"({"id":"resources/book/","kind":"resource","title":"A book","aliases":[],"type":"book",)"
        R"("by":[{"name":"Odd \"<b>\" \\ Name","person":"guests/odd/"},{"name":"Somebody"}],)"
        R"("website":"https://example.org/book","year":1843,"isbn":"9780262035613",)"
        R"("doi":"10.1000/182","topics":["topics/part/"],"mentions":0})");
  CHECK(text_of("episodes/told/") ==
        R"({"id":"episodes/told/","kind":"episode","title":"Told","date":"2020-02-02",)"
        R"("recorded":"2020-01-31","duration":3723,"show":"shows/evening/","season":1,"number":2,)"
        R"("hosts":["guests/odd/"],"guests":["guests/guest-1/"],"topics":["topics/part/"],)"
        R"("resources":["resources/book/"],"summary":"All of it.",)"
        R"("audio":"https://example.org/a.mp3","license":"CC0","language":"en-GB"})");
}

TEST_CASE("every mention is a line, at a paragraph that is there, within its sentence") {
  TestProject project;
  write_telling_archive();
  Pages pages;
  std::vector<Json> lines = mentions();
  CHECK(lines.size() > 100);
  for (const Json& line : lines) {
    CAPTURE(format_json(line));
    CHECK(pages.has(text_at(line, "entity")));
    CHECK(pages.has(text_at(line, "episode"), text_at(line, "fragment")));
    CHECK(pages.has(text_at(line, "person")));
    CHECK(text_at(line, "speaker") != "");
    CHECK(line.find("time")->number());
    CHECK(text_at(line, "sentence").find(text_at(line, "words")) != std::string::npos);
  }
}

TEST_CASE("who nobody knows and when nobody tells is null, and lines of captions are one") {
  TestProject project;
  write_bytes("content/topics/mill.md", "---\ntitle: Mill\n---\n");
  write_bytes("content/episodes/e.md",
              "---\ntitle: E\ntranscript: {file: e.txt, format: plain}\n---\n");
  write_bytes("content/episodes/e.txt", "They built a mill by the river.\n\nIt turns.\n");
  write_bytes(
      "content/episodes/f.vtt",
      "WEBVTT\n\n00:01.500 --> 00:02.000\nthe water\n\n00:02.000 --> 00:03.000\nof the mill\n");
  REQUIRE(build_site().status == 0);
  CHECK(
      gunzip(read_bytes("site/data/mentions.ndjson.gz")) ==
      R"({"entity":"topics/mill/","episode":"episodes/e/","fragment":"p-67671361","time":null,)"
      R"("speaker":null,"person":null,"words":"mill","sentence":"They built a mill by the river.","counts":true})"
      "\n"
      R"({"entity":"topics/mill/","episode":"episodes/f/","fragment":"t=1","time":1.5,)"
      R"("speaker":null,"person":null,"words":"mill","sentence":"the water of the mill","counts":true})"
      "\n");
}

TEST_CASE("edges of the graph lead from node to node, at moments that are there") {
  TestProject project;
  write_telling_archive();
  Pages pages;
  Json graph = json_of("graph.json", gunzip(read_bytes("site/data/graph.json.gz")));
  std::set<std::string> nodes;
  for (const Json& node : *graph.find("nodes")->list()) nodes.insert(text_at(node, "id"));
  std::set<std::string> kinds;
  std::size_t moments = 0;
  for (const Json& edge : *graph.find("edges")->list()) {
    CAPTURE(format_json(edge));
    kinds.insert(text_at(edge, "kind"));
    CHECK(nodes.contains(text_at(edge, "from")));
    CHECK(nodes.contains(text_at(edge, "to")));
    CHECK(*edge.find("strength")->number() > 0);
    for (const Json& moment : *edge.find("moments")->list()) {
      CHECK(pages.has(text_at(moment, "episode"), text_at(moment, "fragment")));
      ++moments;
    }
  }
  for (const std::string& id : nodes) CHECK(pages.has(id));
  CHECK(moments > 20);
  CHECK(kinds == std::set<std::string>{"talks", "together"});
}

TEST_CASE("the list of files is true, and the manual names every field in them") {
  TestProject project;
  write_telling_archive();
  std::string manual = manual_page("data");

  std::set<std::string> keys;
  Json index = json_of("site/data/index.json");
  collect_keys(index, keys);
  std::set<std::string> paths;
  for (const Json& file : *index.find("files")->list()) {
    const std::string& path = text_at(file, "path");
    paths.insert(path);
    CHECK(read_bytes("site/" + path).size() ==
          static_cast<std::size_t>(*file.find("bytes")->number()));
    if (path.ends_with(".json")) collect_keys(json_of("site/" + path), keys);
    if (path.ends_with(".json.gz"))
      collect_keys(json_of(path, gunzip(read_bytes("site/" + path))), keys);
  }
  CHECK(paths == std::set<std::string>{"data/entities.json", "data/graph.json.gz",
                                       "data/mentions.ndjson.gz"});
  for (const Json& line : mentions()) collect_keys(line, keys);
  CHECK(keys.size() > 40);
  for (const std::string& key : keys) {
    CAPTURE(key);
    CHECK(manual.find("`" + key + "`") != std::string::npos);
  }
}

}  // namespace kbgen
