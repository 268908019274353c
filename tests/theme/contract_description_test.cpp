#include "theme/contract_description.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

namespace kbgen {

TEST_CASE("every type is described once, with a meaning for each of its fields") {
  std::set<std::string_view> names;
  for (const TypeDescription& type : describe_contract()) {
    CAPTURE(type.name);
    CHECK(names.insert(type.name).second);
    CHECK(!type.fields.empty());
    for (const FieldDescription& field : type.fields) {
      CAPTURE(field.name);
      CHECK(!field.meaning.empty());
    }
  }
  for (const char* name : {"site", "page", "theme", "episode", "person", "part", "finding"})
    CHECK(names.contains(name));
}

TEST_CASE("as Markdown each type is a table, whose cells hold no bar of their own") {
  std::string markdown = contract_as_markdown();
  std::size_t rows = 0, tables = 0;
  for (const TypeDescription& type : describe_contract()) {
    ++tables;
    rows += type.fields.size();
  }
  std::size_t lines = 0;
  for (std::size_t at = 0; at < markdown.size(); at = markdown.find('\n', at) + 1)
    if (markdown.compare(at, 2, "| ") == 0) {
      std::string line = markdown.substr(at, markdown.find('\n', at) - at);
      CAPTURE(line);
      CHECK(std::ranges::count(line, '|') == 4);
      ++lines;
    }
  CHECK(lines >= rows);
  CHECK(lines <= rows + 2 * tables);
}

}  // namespace kbgen
