#include "base/html.h"

#include <doctest/doctest.h>

namespace kbgen {

TEST_CASE("the text of HTML is what was escaped, without tags and comments") {
  const std::string text = "\"Mills\" & <wheels>, it's said";
  std::string html = "<p class=\"a\">";
  append_escaped(html, text);
  CHECK(text_of_html(html + "</p><!-- of no account -->") == text);
  CHECK(text_of_html(escape_html(text)) == text);
  CHECK(text_of_html("a &lt; b &eacute; &xyzzy;") == "a < b é &xyzzy;");
}

}  // namespace kbgen
