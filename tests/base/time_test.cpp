#include "base/time.h"

#include <doctest/doctest.h>

#include <string>

using namespace kbgen;

static std::string seconds(std::string_view text) {
  auto time = parse_timecode(text);
  return time ? format_seconds(*time) : "none";
}

TEST_CASE("a timecode has up to three parts and a fraction") {
  CHECK(seconds("45") == "45");
  CHECK(seconds("45.25s") == "45.25");
  CHECK(seconds("4:51") == "291");
  CHECK(seconds("62:03") == "3723");
  CHECK(seconds("1:02:03") == "3723");
  CHECK(seconds("01:02:03,500") == "3723.5");
  CHECK(seconds("00:00:00.001") == "0.001");
}

TEST_CASE("what is almost a timecode is none") {
  for (std::string_view text : {"", ":", "1:", ":30", "1:60", "1:2:3:4", "-1", "1.", "x", "1:02 ",
                                "99999999999", "1e3", "1:02s"})
    CHECK_MESSAGE(seconds(text) == "none", std::string(text));
}

TEST_CASE("a timecode prints as people, WebVTT and SubRip write it") {
  CHECK(format_timecode({7'000}) == "0:07");
  CHECK(format_timecode({3'723'900}) == "1:02:03");
  CHECK(format_timecode_vtt({3'723'045}) == "01:02:03.045");
  CHECK(format_timecode_srt({3'723'045}) == "01:02:03,045");
  CHECK(format_iso_duration({3'600'000}) == "PT1H");
  CHECK(format_iso_duration({0}) == "PT0S");
}

TEST_CASE("a date is as precise as it was given") {
  CHECK(format_date(*parse_date("2020")) == "2020");
  CHECK(format_date(*parse_date("2020-03")) == "March 2020");
  CHECK(format_date(*parse_date("2020-03-01")) == "1 March 2020");
  CHECK(format_date_rfc3339(*parse_date("2019-11-13T15:14:46+05:30")) ==
        "2019-11-13T15:14:46+05:30");
  CHECK(format_date_rfc3339(*parse_date("2020-03")) == "2020-03-01T00:00:00Z");
  CHECK(format_date_rfc822(*parse_date("2020-03-01")) == "Sun, 01 Mar 2020 00:00:00 +0000");
}

TEST_CASE("no such day, no date") {
  for (std::string_view text : {"", "20", "2020-13", "2021-02-29", "2020-02-30", "2020/01/01",
                                "yesterday", "2020-01-01T25:00", "2020-01-01x"})
    CHECK_MESSAGE(!parse_date(text), std::string(text));
}

TEST_CASE("dates order by moment, the vaguer first") {
  CHECK(*parse_date("2020") < *parse_date("2020-01"));
  CHECK(*parse_date("2020-01") < *parse_date("2020-01-01"));
  CHECK(*parse_date("2020-12-31") < *parse_date("2021"));
  CHECK(*parse_date("2020-01-01T00:30+05:30") < *parse_date("2020-01-01"));
}
