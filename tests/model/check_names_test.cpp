// Two pages that are probably of one thing.

#include <doctest/doctest.h>

#include "model/check.h"
#include "support/made_knowledge.h"

namespace kbgen {

namespace {

// Whether two pages of a kind with this front matter are reported as probably one.
bool are_similar(const std::string& folder, const std::string& a, const std::string& b) {
  MadeKnowledge made(
      {{folder + "/a.md", "---\n" + a + "\n---\n"}, {folder + "/b.md", "---\n" + b + "\n---\n"}});
  CHECK(!made.diag.has_errors());
  std::string found = found_by(check_names, made);
  CHECK((found == "" || found.starts_with(folder + "/b.md: '")));
  return found != "";
}

bool are_one_person(const std::string& a, const std::string& b) {
  return are_similar("guests", "name: " + a, "name: " + b);
}

bool are_one_topic(const std::string& a, const std::string& b) {
  return are_similar("topics", "title: " + a, "title: " + b);
}

bool are_one_resource(const std::string& a, const std::string& b) {
  return are_similar("resources", a, b);
}

}  // namespace

TEST_CASE("check_names takes a person with one name for the one with a full name") {
  CHECK(are_one_person("Radek", "Radek Osmulski"));
  CHECK(are_one_person("Edda Quarlsen", "Edda Quarlson"));
  CHECK(are_one_person("José Núñez", "Jose Nunez"));
  CHECK(!are_one_person("Ada Hill", "Ada Moor"));
  CHECK(!are_one_person("Ada Hill", "Bob Hill"));
}

TEST_CASE("check_names knows people who take part in one episode as two") {
  std::vector<TextFile> files = {{"guests/radek.md", "---\nname: Radek\n---\n"},
                                 {"guests/osmulski.md", "---\nname: Radek Osmulski\n---\n"}};
  CHECK(found_by(check_names, MadeKnowledge(files)) != "");
  files.push_back({"episodes/a.md", "---\ntitle: A\nguests: [radek, osmulski]\n---\n"});
  CHECK(found_by(check_names, MadeKnowledge(files)) == "");
}

TEST_CASE("check_names compares topics by number, spaces, one letter and one word more") {
  CHECK(are_one_topic("Neural network", "Neural networks"));
  CHECK(are_one_topic("Data base", "Database"));
  CHECK(are_one_topic("Optimisation", "Optimization"));
  CHECK(are_one_topic("Kaggle", "Kaggle competitions"));
  CHECK(!are_one_topic("Kaggle", "Kaggle competition rules"));
  CHECK(!are_one_topic("Mills", "Looms"));
  CHECK(!are_one_topic("GPT-3", "GPT-4"));
  CHECK(!are_similar("topics", "title: Kaggle", "title: Kaggle competitions\nparent: a"));
}

TEST_CASE("check_names compares resources by main title, address, DOI and ISBN, within a type") {
  CHECK(are_one_resource("title: \"The Mill: a history\"", "title: The Mill"));
  CHECK(are_one_resource("title: A\nurl: https://www.example.org/x/",
                         "title: B\nurl: http://example.org/x"));
  CHECK(are_one_resource("title: A\ndoi: 10.1000/ABC", "title: B\ndoi: 10.1000/abc"));
  CHECK(!are_one_resource("title: The Mill\ntype: book", "title: The Mill\ntype: video"));
  CHECK(!are_one_resource("title: A\nurl: https://example.org/x",
                          "title: B\nurl: https://example.org/y"));
}

}  // namespace kbgen
