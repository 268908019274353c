#include "theme/view.h"

#include <doctest/doctest.h>

#include "support/made_publication.h"

namespace kbgen {

TEST_CASE("a view writes addresses as its page needs them, and links of prose with it") {
  MadePublication made({{"topics/looms.md", "---\ntitle: Looms\n---\n"},
                        {"topics/mills.md", "---\ntitle: Mills\n---\nSee [[Looms]] & more.\n"}});
  View own = made.view("topics/mills/"), home = made.view("");
  CHECK(own.url("topics/looms/") == "../looms/index.html");
  CHECK(own.url(EntityId(made.topic("looms")), "a b") == "../looms/index.html#a%20b");
  CHECK(home.url("images/é.png") == "images/%C3%A9.png");
  const Prose& prose = made.site().topics[made.topic("mills")].prose;
  CHECK(own.html(prose).as_text() ==
        "<p>See <a href=\"../looms/index.html\">Looms</a> &amp; more.</p>\n");
  CHECK(home.html(prose).as_text().find("href=\"topics/looms/index.html\"") !=
        std::string_view::npos);
}

}  // namespace kbgen
