#include "theme/asset_references.h"

#include <doctest/doctest.h>

namespace kbgen {

namespace {

using Finder = std::vector<AssetReference> (*)(const SourceFile&, std::string_view);

// "as written → path", a line each.
std::string found(Finder find, const std::string& text, std::string_view name) {
  SourceFile source{"file", text};
  std::string out;
  for (const AssetReference& reference : find(source, name))
    out += std::string(reference.span.text()) + " → " +
           (reference.path.empty() ? "elsewhere" : reference.path) + reference.after + "\n";
  return out;
}

}  // namespace

TEST_CASE("a style sheet names others by url() and @import, quoted or not") {
  CHECK(found(find_style_references,
              "@import 'a.css'; @import url(\"b.css\"); .x{background:url( c.png )}",
              "main.css") == "a.css → a.css\nb.css → b.css\nc.png → c.png\n");
  CHECK(found(find_style_references, "a{src:url(../f/x.woff2?#iefix)}", "css/main.css") ==
        "../f/x.woff2?#iefix → f/x.woff2?#iefix\n");
}

TEST_CASE("comments, strings, parts of the page, data and absolute paths are no references") {
  CHECK(found(find_style_references,
              "/* url(a.png) */ b{content:'url(c.png)'} d{clip:url(#e);f:url(data:,g)} "
              "h{i:url(/j.png)} my-curl(k.png)",
              "main.css") == "");
  CHECK(found(find_style_references, "a{b:url(https://c.example/d.png)} @import '//e/f.css';",
              "main.css") == "https://c.example/d.png → elsewhere\n//e/f.css → elsewhere\n");
}

TEST_CASE("a script names others by import, static or not") {
  CHECK(found(find_script_references,
              "import {a} from \"./a.js\";\nimport './b.js'\nexport * from './c/d.js';"
              "const e = await import(\"../e.js\");",
              "lib/main.js") ==
        "./a.js → lib/a.js\n./b.js → lib/b.js\n./c/d.js → lib/c/d.js\n../e.js → e.js\n");
  CHECK(found(find_script_references, "transform('./a.js'); import x from 'bare'; from_('./b')",
              "main.js") == "");
}

TEST_CASE("what is cut off anywhere is read to its end") {
  const std::string css = "@import 'a\\'.css'; /* c */ b{d:url( \"e.png\" )}", js = "import('./a')";
  for (std::size_t length = 0; length <= css.size(); ++length)
    found(find_style_references, css.substr(0, length), "main.css");
  for (std::size_t length = 0; length <= js.size(); ++length)
    found(find_script_references, js.substr(0, length), "main.js");
}

}  // namespace kbgen
