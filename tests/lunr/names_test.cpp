// What words are found by with names; compare.mjs holds the same of JavaScript's
// side.

#include "lunr/names.h"

#include <doctest/doctest.h>

#include <string>

#include "lunr/language.h"

using namespace kbgen::lunr;

static std::string forms(std::string_view token) {
  NameForms names(english);
  std::string all;
  names(token, [&](std::string_view form) { (all += all.empty() ? "" : " ") += form; });
  return all;
}

TEST_CASE("a word with accents is found as written and folded to ASCII") {
  CHECK(forms("josé") == "josé jose");
  CHECK(forms("“josé’s”") == "josé jose");
  CHECK(forms("łódź,") == "łódź lodz");
  CHECK(forms("straße") == "straße strasse");
  CHECK(forms("jose\u0301") == "jose\u0301 jose");
  CHECK(forms("привет!") == "привет");
  CHECK(forms("漢字。") == "漢字");
}

TEST_CASE("signs that belong to a name stay, others go") {
  CHECK(forms("c++,") == "c++ c");
  CHECK(forms("(c#)") == "c# c");
  CHECK(forms(".net.") == ".net net");
  CHECK(forms("node.js;") == "node.js");
  CHECK(forms("fast.ai") == "fast.ai");
  CHECK(forms("a*") == "a* a");
  CHECK(forms("\"word\"!?") == "word");
  for (const char* nothing : {"", "...", "—", "***", "+", "😀", "'", "\u200b"})
    CHECK_MESSAGE(forms(nothing) == "", nothing);
}

TEST_CASE("a number is found with and without what parts its digits") {
  CHECK(forms("$1,500.") == "1,500 1500");
  CHECK(forms("10'000+") == "10'000+ 10'000 10000");
  CHECK(forms("2.000.000") == "2.000.000 2000000");
  for (const char* whole : {"1500", "12,50", "1,5000", "1,500,00", ",500", "1,50a", "1-500"})
    CHECK(forms(whole).find(' ') == std::string::npos);
}

TEST_CASE("of a word with very many slashes the first words stand for themselves") {
  std::string path = "a";
  for (int i = 0; i < 100'000; ++i) path += "/a";
  std::string all = forms(path);
  CHECK(all.size() < 40 * path.size());
  CHECK(forms("a/b/c/d/e/f/g/h/i/j/k/l/m/n/o/p/q/r/s").ends_with(" p q/r/s"));
}

TEST_CASE("around a slash stand words of their own") {
  CHECK(forms("a/b") == "a/b a b");
  CHECK(forms("c++/c#") == "c++/c# c++/c c++ c c# c");
  CHECK(forms("//x/") == "x");
}

TEST_CASE("what English hangs on to words with an apostrophe goes, whichever it is") {
  CHECK(forms("python's") == "python");
  CHECK(forms("python’s.") == "python");
  CHECK(forms("james'") == "james");
  CHECK(forms("we'll") == "we");
  CHECK(forms("don’t") == "don't");
  CHECK(forms("o’reilly") == "o'reilly");
  CHECK(forms("'s") == "s");
}

TEST_CASE("dashes and dots in a row part words") {
  CHECK(forms("said—then") == "said then");
  CHECK(forms("wait...what") == "wait what");
  CHECK(forms("…and") == "and");
  CHECK(forms("non\u2011breaking") == "non breaking");
}
