// What is no transcript is told by its name, and prose is never taken for it.
#include "formats/other_files.h"

#include <doctest/doctest.h>

#include <string>

#include "formats/transcript_file.h"
#include "formats/transcript_formats.h"

using namespace kbgen;

static std::string what_is(std::string_view text) {
  auto other = machine_text(text);
  return other ? other->what : "";
}

static std::string what_bytes_are(std::string_view bytes) {
  auto other = binary_file(bytes);
  return other ? other->what : "";
}

TEST_CASE("texts for machines are told by what they are written in") {
  CHECK(what_is("{\"jobs\": [{\"id\": 1}]}") == "JSON in which nothing has words and a time");
  CHECK(what_is("\n<!DOCTYPE html>\n<html><p>Hello.</p></html>") == "a web page (HTML)");
  CHECK(what_is("<?xml version=\"1.0\"?><rss><channel/></rss>") == "a feed (RSS)");
  CHECK(what_is("<notes><note>Hello.</note></notes>") == "XML");
  CHECK(what_is("{\\rtf1\\ansi Hello.}") == "a document in RTF");
  CHECK(what_is("{0}{25}Hello.\n{50}{75}Yes.\n") ==
        "subtitles that count frames or tenths of seconds");
  CHECK(what_is("[0][25]Hello.\n[50][75]Yes.\n") ==
        "subtitles that count frames or tenths of seconds");
  CHECK(what_is("name,age\nAda,36\nBen,41\n") == "a table");
  CHECK(what_is("name;words\nAda;\"yes; no\"\n") == "a table");
  CHECK(what_is("id\tname\n1\tAda\n2\tBen\n") == "a table");
}

TEST_CASE("prose is no text for machines, whatever it begins with") {
  for (std::string_view text :
       {"", "Hello.", "<laughs> Well, yes.", "[laughs] Well, yes.", "{sic} he said",
        "[1][2] Two notes.\nAnd a word.\n", "So <b>yes</b>", "Yes, indeed.\nNo, never.\n",
        "Ada,\nBen,\n\nand so on\n", "a < b and c > d",
        "\u200B{\"an export\": \"of such words\"}"}) {
    CAPTURE(text);
    CHECK(what_is(text) == "");
  }
}

TEST_CASE("bytes that are no text are told by their first ones") {
  CHECK(what_bytes_are("PK\x03\x04 and more") == "a ZIP archive");
  CHECK(what_bytes_are("%PDF-1.7\n") == "a PDF document");
  CHECK(what_bytes_are(std::string_view("\0\0\0\x18"
                                        "ftypM4A ",
                                        12)) == "a recording or film (MP4)");
  CHECK(what_bytes_are(std::string_view("a\0b\0c\0", 6)) == "no text but data for a program");
  CHECK(what_bytes_are(std::string_view("\xFF\xFE"
                                        "H\0i\0",
                                        6)) == "");
  CHECK(what_bytes_are("") == "");
  CHECK(what_bytes_are("P") == "");
}

TEST_CASE("lines of times and numbers without words are no talk") {
  CHECK(is_mostly_times("0:01\n0:02\n0:03\nHello.\n0:04\n0:05\n"));
  CHECK(!is_mostly_times("0:01\nHello.\n0:02\nYes.\n0:03\nNo.\n"));
  CHECK(!is_mostly_times("1\n2\n3\n"));  // too short to say
}

TEST_CASE("what is no transcript is reported with what it is and what to do") {
  Diagnostics diag;
  CHECK(!decode_transcript("talk.pdf", "%PDF-1.7\n", diag));
  auto file = decode_transcript("talk.json", "{\"jobs\": [1]}", diag);
  REQUIRE(file);
  CHECK(recognize_format(file->text) == nullptr);
  report_no_transcript(*file, diag);
  CHECK(format_diagnostics(diag) ==
        "talk.json: error: this is JSON in which nothing has words and a time, and no transcript "
        "[no-transcript]\n"
        "     = help: export it as WebVTT, SubRip or text from the program that made it; `kbgen "
        "explain no-transcript` lists what is read\n"
        "talk.pdf: error: this is a PDF document, and no transcript [no-transcript]\n"
        "     = help: export it as WebVTT, SubRip or text from the program that made it\n");
}
