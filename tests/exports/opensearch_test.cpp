// The description of the search for browsers.

#include <doctest/doctest.h>

#include "support/made_publication.h"
#include "support/xml.h"

namespace kbgen {

TEST_CASE("browsers are told how to search where the site is published, and nowhere else") {
  MadePublication made({}, {.config = "title: Ands & Ors of a very long name\n"
                                      "base_url: https://example.org/kb\n"});
  std::string told = made.made_by(export_named("opensearch")).at("opensearch.xml");
  CHECK(xml_problem(told) == "");
  CHECK(told.find("template=\"https://example.org/kb/search/?q={searchTerms}\"") != told.npos);
  CHECK(told.find("<ShortName>Ands &amp; Ors of a…</ShortName>") != told.npos);
  CHECK(MadePublication({}).made_by(export_named("opensearch")).empty());
}

}  // namespace kbgen
