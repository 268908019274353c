#include "base/controls.h"

#include <doctest/doctest.h>

#include "base/encoding.h"
#include "base/yaml.h"

namespace kbgen {

TEST_CASE("control characters become spaces, byte for byte, and what is no character U+FFFD") {
  CHECK(without_controls("a\x01"
                         "b\x1b[1m\x7f\ttab\n") == "a b [1m \ttab\n");
  CHECK(without_controls("a\u0085b\u009bc") == "a  b  c");
  CHECK(without_controls("\ufffe\uffff") == "\ufffd\ufffd");
  CHECK(without_controls("é\u00a0ü\u202e\ufeff\ufffd") == "é\u00a0ü\u202e\ufeff\ufffd");
  CHECK(count_controls("plain") == 0);
  CHECK(count_controls(std::string(1000, 'a') + "\x1b" + std::string(1000, 'a') + "\u009b") == 2);
  CHECK(first_control(std::string(1000, 'a') + "\x1b") == 1000);
}

TEST_CASE("what a terminal would obey, and half letters, are shown") {
  CHECK(visible("b\nc\t.md") == "b\\nc\\t.md");
  CHECK(visible("\x1b[31m\x7f\u009b") == "\\x1b[31m\\x7f\\u009b");
  CHECK(visible("\xff\u202eabc\u2066\u2028") == "\\xff\\u202eabc\\u2066\\u2028");
  CHECK(visible("é שלום \u200f") == "é שלום \u200f");
  CHECK(visible_lines("a\n\tb\r") == "a\n\tb\\r");
}

TEST_CASE("a name is plain where it is UTF-8 on one line") {
  for (const char* name : {"a.md", "é ü.md", "שלום.md", "a b.md"}) CHECK(is_plain_name(name));
  for (const char* name : {"a\nb", "a\tb", "a\x1b", "\xff", "a\xc3", "a\u0085", "\u2028", "\uffff"})
    CHECK(!is_plain_name(name));
}

TEST_CASE("control characters of a file are said once, and where the first is") {
  Diagnostics diag;
  SourceFile file = decode_source("e.txt", "Hello\n\x1b[31mred\x1b[0m\n", diag);
  CHECK(file.text == "Hello\n [31mred [0m\n");
  CHECK(format_diagnostics(diag) ==
        "e.txt:2:1: warning: 2 control characters were read as spaces; here is U+001B "
        "[control-characters]\n"
        "   2 | \\x1b[31mred\\x1b[0m\n"
        "     | ^~~~\n"
        "     = help: they have no meaning in a text; delete them from the file\n");
}

TEST_CASE("a program keeps its control characters") {
  Diagnostics diag;
  CHECK(decode_program("a.js", "a = '\x1b'\r\n", diag).text == "a = '\x1b'\n");
  CHECK(diag.all().empty());
}

TEST_CASE("YAML escapes write no control characters either") {
  Diagnostics diag;
  SourceFile file{"a.yaml", "title: \"a\\e\\x01\\x9B\\n\\tb\"\n"};
  std::optional<Yaml> yaml = parse_yaml(whole_file(file), diag);
  REQUIRE(yaml);
  CHECK(yaml->find("title")->text == "a    \n\tb");
}

}  // namespace kbgen
