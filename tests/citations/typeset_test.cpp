// Beside citeproc-js: styles.test.mjs. Here is what its cases do not reach.
#include "citations/typeset.h"

#include <doctest/doctest.h>

namespace kbgen {

TEST_CASE("English titles are written large but for small words") {
  CHECK(title_case("full-text search in C++") == "Full-Text Search in C++");
  CHECK(title_case("what to look for: a guide to the index") ==
        "What to Look for: A Guide to the Index");
  CHECK(title_case("iPhone and eBay (or not)") == "iPhone and eBay (or Not)");
  CHECK(title_case("{x} &amp; example.org") == "{x} &amp; example.org");
  CHECK(title_case("") == "");
  CHECK(title_case("étude of ÄÖÜ") == "Étude of ÄÖÜ");
}

TEST_CASE("quotation marks are curl_quotes, and single inside of double ones") {
  CHECK(curl_quotes("\"a\" 'b' don't", Quotes::outer) == "“a” ‘b’ don’t");
  CHECK(curl_quotes("\"a\" “b”", Quotes::inside) == "‘a’ ‘b’");
  CHECK(curl_quotes("„a“", Quotes::inside) == "„a“");
}

TEST_CASE("a sentence ends once") {
  CHECK(with_end("Why?", ".") == "Why?");
  CHECK(with_end("“Why?”", ".") == "“Why?”");
  CHECK(with_end("Inc.", ".") == "Inc.");
  CHECK(with_end("Inc", ".") == "Inc.");
}

}  // namespace kbgen
