// Scripts get short names for what they declare, and mean the same.
#include "theme/shorten_names.h"

#include <doctest/doctest.h>

#include <string>

using kbgen::shorten_names;

TEST_CASE("what a module declares for itself gets short names") {
  CHECK(shorten_names("export function sum(first) { return first + first; }") ==
        "export function sum(a) { return a + a; }");
  CHECK(shorten_names("const letters = 5;export const twice = (number) => number * letters;") ==
        "const a = 5;export const twice = (b) => b * a;");
}

TEST_CASE("names of functions that are never in the same place may be the same") {
  CHECK(shorten_names("export const one = (first) => first;export const two = (other) => other;") ==
        "export const one = (a) => a;export const two = (a) => a;");
}

TEST_CASE("properties, exports, labels and texts keep their names") {
  for (const char* script :
       {"export const found = answer.found;", "export { helper };const helper = 1;",
        "export const { root, field: [start] } = form;", "export const [first, second] = pair;",
        "export const api = { search(text) {} , count: 5 };",
        "export const said = (text) => `${text}!`;", "export const text = \"first => second\";"}) {
    std::string made = shorten_names(script);
    for (const char* name : {"found", "helper", "root", "field", "start", "first", "second", "api",
                             "search", "count", "said", "export"})
      CHECK_MESSAGE((std::string(script).find(name) != std::string::npos) ==
                        (made.find(name) != std::string::npos),
                    made);
  }
}

TEST_CASE("a member in braces keeps its name beside the new one") {
  CHECK(shorten_names("export const tell = ({ title, url = 1 }) => title + title + url;") ==
        "export const tell = ({ title:a, url = 1 }) => a + a + url;");
  CHECK(shorten_names("import{formsIn,list as listOf}from \"./a.js\";export const all = [formsIn, "
                      "formsIn, listOf, listOf];") ==
        "import{formsIn as a,list as listOf}from \"./a.js\";export const all = [a, a, listOf, "
        "listOf];");
}

TEST_CASE("a name that is used where it is not declared stays everywhere") {
  CHECK(shorten_names(
            "export const one = (location) => location;export const two = () => location.href;") ==
        "export const one = (location) => location;export const two = () => location.href;");
}

TEST_CASE("what a script that is no module declares outside of blocks stays for other scripts") {
  CHECK(shorten_names("function open(element) { element.hidden = false; }") ==
        "function open(a) { a.hidden = false; }");
}

TEST_CASE("a script that cannot be read for sure is left as it is") {
  for (const char* script :
       {"export const first = (", "export const a = `${`${first}`}`;", "export class First {}",
        "export const x = {} / first / 2;", "export const first = \"open;\n",
        "var first = 1;export const x = first;", "export const first = 1; /* open", "\xff\x00",
        "}{", ""})
    CHECK(shorten_names(script) == script);
}
