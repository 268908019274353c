#include "base/loose_date.h"

#include <doctest/doctest.h>

#include <string>

namespace kbgen {

namespace {

std::string date(std::string_view text) {
  std::optional<Date> date = parse_loose_date(text);
  return date ? format_date_iso(*date) : "-";
}

}  // namespace

TEST_CASE("dates are read in every form that is about") {
  CHECK(date("Sun, 01 Mar 2020 18:00:00 +0100") == "2020-03-01");
  CHECK(date("1 Mar 2020 18:00 GMT") == "2020-03-01");
  CHECK(date("Tue, 03 June 08 11:05:30 EST") == "2008-06-03");
  CHECK(date("2020-03-01T18:00:00Z") == "2020-03-01");
  CHECK(date("Sun Mar 01 2020 18:00:00 GMT+0100 (Central European Standard Time)") == "2020-03-01");
  CHECK(date("Sun Mar  1 18:00:00 2020") == "2020-03-01");
  CHECK(date("Sunday, March 1, 2020") == "2020-03-01");
  CHECK(date("Sunday, 01-Mar-20 18:00:00 GMT") == "2020-03-01");
  CHECK(date("Sun,1. Mar 2020") == "2020-03-01");
  CHECK(date("2020-03-01 18:00:00 +0100") == "2020-03-01");
  CHECK(date("2020/03/01") == "2020-03-01");
  CHECK(date("March 1st, 2020") == "2020-03-01");
  CHECK(date("22nd March 2020") == "2020-03-22");
  CHECK(date("20200301") == "2020-03-01");
  CHECK(date("March 2020") == "2020-03");
  for (const char* wrong :
       {"1/3/2020", "Mar 1 18:00:00", "Mar Sun 2020", "2020/03/015", "", "yesterday",
        "Sun, 31 Feb 2020 18:00:00 GMT", "1 Mar", "a b c", "March 20", "20201301", "March th"})
    CHECK(date(wrong) == "-");
}

}  // namespace kbgen
