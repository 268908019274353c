#include "theme/compact_script.h"

#include <doctest/doctest.h>

namespace kbgen {

TEST_CASE("a script is published without indentation and lines that are only a comment") {
  CHECK(compact_script("// What it is.\n\nif (a) {\n  // Why.\n  b(\"//\");  // Where.\n}\n") ==
        "if(a){b(\"//\");}\n");
  CHECK(compact_script("//! MIT\n/* one line */ a();\n  b(/x.*/s)") ==
        "//! MIT\n/* one line */ a();\nb(/x.*/s)\n");
  CHECK(compact_script("") == "");
}

TEST_CASE("spaces and line ends that separate nothing are not published") {
  CHECK(compact_script("const a = [b, c] ?? {\n  d: 1,\n};\nlet e\nreturn f\n") ==
        "const a=[b,c]??{d:1,};let e\nreturn f\n");
  CHECK(compact_script("a(\n  b\n)\n  .c()\n  ? d\n  : e\n") == "a(b).c()?d:e\n");
  CHECK(compact_script("a\n++b\nc\n(d)\n") == "a\n++b\nc\n(d)\n");
  CHECK(compact_script("a + +b - -c\n") == "a+ +b- -c\n");
  CHECK(compact_script("a < !--b\n") == "a< !--b\n");
  CHECK(compact_script("case -1: return -a\n") == "case-1:return-a\n");
}

TEST_CASE("spaces in texts, in regular expressions and beside them are published") {
  CHECK(compact_script("a = \"b = c\" + 'd \\' + e' + `f = ${g} + h`;\n") ==
        "a=\"b = c\"+'d \\' + e'+`f = ${g} + h`;");
  CHECK(compact_script("a = / = [/] \\/\\/ /.test(b, c); // d\n") ==
        "a=/ = [/] \\/\\/ /.test(b,c);");
  CHECK(compact_script("a = b / c;\nd = '/ +';\n") == "a=b / c;\nd='/ +';");
  CHECK(compact_script("if (a) / b = /.test(c); // d\n") == "if(a)/ b = /.test(c); // d\n");
  CHECK(compact_script("a = `b ${c(\"`\")} = ` + d\n") == "a = `b ${c(\"`\")} = ` + d\n");
  CHECK(compact_script("a = `b ${{ c: `d = e` }} = `;\n") == "a=`b ${{ c: `d = e` }} = `;\n");
  CHECK(compact_script("a = \"b = ;\n") == "a=\"b = ;\n");
}

TEST_CASE("a script with a line that may begin within a text or a comment is published as it is") {
  for (std::string_view script :
       {"a = `\n  // text\n`;\n", "a = `${b}` + `\n  c`;\n", "a = \"b \\\n  // c\";\n",
        "/* MIT\n  // of all\n*/\na();\n", "a /* b */ /*\n  c */\n"})
    CHECK(compact_script(script) == script);
}

}  // namespace kbgen
