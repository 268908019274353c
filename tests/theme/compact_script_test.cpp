#include "theme/compact_script.h"

#include <doctest/doctest.h>

namespace kbgen {

TEST_CASE("a script is published without indentation and lines that are only a comment") {
  CHECK(compact_script("// What it is.\n\nif (a) {\n  // Why.\n  b(\"//\");  // stays\n}\n") ==
        "if (a) {\nb(\"//\");  // stays\n}\n");
  CHECK(compact_script("//! MIT\n/* one line */ a();\n  b(/x.*/s)") ==
        "//! MIT\n/* one line */ a();\nb(/x.*/s)\n");
  CHECK(compact_script("") == "");
}

TEST_CASE("a script with a line that may begin within a text or a comment is published as it is") {
  for (std::string_view script :
       {"a = `\n  // text\n`;\n", "a = `${b}` + `\n  c`;\n", "a = \"b \\\n  // c\";\n",
        "/* MIT\n  // of all\n*/\na();\n", "a /* b */ /*\n  c */\n"})
    CHECK(compact_script(script) == script);
}

}  // namespace kbgen
