#include "model/likely_names.h"

#include <doctest/doctest.h>

namespace kbgen {

TEST_CASE("two spellings of a name are alike, two names are not") {
  CHECK(are_alike("Edda Quarlsen", "Edda Quarlson"));
  CHECK(are_alike("Rob Bracco", "Robert Bracco"));
  CHECK(are_alike("JOSÉ QUINTELA", "Jose Quintela"));
  CHECK(!are_alike("Ada Hill", "Ada Moor"));
  CHECK(!are_alike("Al", "El"));
  CHECK(!are_alike("", ""));
}

TEST_CASE("short names and initials fit a name") {
  CHECK(is_short_for("Chris", "Christopher Byron"));
  CHECK(is_short_for("Byron", "Christopher Byron"));
  CHECK(!is_short_for("C", "Christopher Byron"));
  CHECK(!is_short_for("Speaker 1", "Christopher Byron"));
  CHECK(are_initials_of("DK", "Donald Knuth"));
  CHECK(are_initials_of("D. E. K.", "Donald Ervin Knuth"));
  CHECK(are_initials_of("DK", "Donald Ervin Knuth"));
  CHECK(!are_initials_of("Dk", "Donald Knuth"));
  CHECK(!are_initials_of("D", "Donald"));
  CHECK(!are_initials_of("DX", "Donald Knuth"));
  CHECK(!are_initials_of("", ""));
}

}  // namespace kbgen
