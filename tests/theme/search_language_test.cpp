#include "theme/search_language.h"

#include <doctest/doctest.h>

namespace kbgen {

TEST_CASE("a language is found by its tag, with a territory or without, in any case") {
  CHECK(search_language("en").code == "en");
  for (const char* tag : {"de", "de-AT", "DE_at"}) CHECK(search_language(tag).code == "de");
  CHECK(&search_language("pt_BR") == &search_language("pt"));
}

TEST_CASE("a language that the search does not know is another one than English") {
  CHECK(&search_language("xx") != &search_language("en"));
  CHECK(&search_language("xx") == &search_language("yy-ZZ"));
}

}  // namespace kbgen
