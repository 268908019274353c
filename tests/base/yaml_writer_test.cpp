#include "base/yaml_writer.h"

#include <doctest/doctest.h>

namespace kbgen {

static Yaml parsed(const SourceFile& file) {
  Diagnostics diag;
  Yaml yaml = parse_yaml(whole_file(file), diag).value_or(Yaml());
  REQUIRE(diag.all().empty());
  return yaml;
}

TEST_CASE("front matter is written so that it is read back as the same values") {
  std::string text =
      "title: \"The mill: \\\"it turns\\\" # 1\"\n"
      "date: 2024-03-05\n"
      "draft: true\n"
      "said: \"true\"\n"
      "guests: [ada, \"Bob Roe\"]\n"
      "video:\n  youtube: abcdefghijk\n"
      "chapters:\n  - {start: \"0:01\", title: \"Hello, you\"}\n  - {start: \"1:02:03\", title: "
      "End}\n"
      "\"odd: key\": \"[x]\"\n"
      "empty: []\n"
      "quoted: \"null\"\n";
  SourceFile file{"a.yaml", text};
  std::string written = yaml_lines(parsed(file));
  CHECK(written == text);
  SourceFile again{"b.yaml", written};
  CHECK(yaml_lines(parsed(again)) == text);
}

TEST_CASE("a value without anything is left out, and a member that is set again keeps its place") {
  Yaml map;
  set_member(map, "title", yaml_scalar("One"));
  set_member(map, "nothing", Yaml());
  set_member(map, "number", yaml_scalar("1"));
  set_member(map, "title", yaml_scalar("Two"));
  CHECK(yaml_lines(map) == "title: Two\nnumber: 1\n");
}

}  // namespace kbgen
