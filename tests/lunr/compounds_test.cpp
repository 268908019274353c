// Words with a hyphen are found as one word.
#include "lunr/compounds.h"

#include <doctest/doctest.h>

using kbgen::lunr::compounds_in;

TEST_CASE("a word with a hyphen is found as one word") {
  CHECK(compounds_in("The Wi-Fi was down, “e-mail” too.") == "WiFi\nemail\n");
  CHECK(compounds_in("Büro-Löwe covid-19") == "BüroLöwe\ncovid19\n");
  CHECK(compounds_in("a-b\nc-d") == "ab\ncd\n");
}

TEST_CASE("chains, ranges and hyphens that join nothing are no compounds") {
  for (const char* text : {"", "-", "--", "a - b", "well- known", "-x", "a--b", "state-of-the-art",
                           "10-12", "2-year", "\xff-\xff", "a-", "漢字"})
    CHECK_MESSAGE(
        compounds_in(text).find_first_of("abcdefghijklmnopqrstuvwxyz") == std::string::npos, text);
}

TEST_CASE("a text of hyphens and letters takes time in proportion") {
  std::string chain(200'000, 'a');
  for (std::size_t i = 1; i < chain.size(); i += 2) chain[i] = '-';
  CHECK(compounds_in(chain) == "");
  CHECK(compounds_in(std::string(100'000, 'a') + "-" + std::string(100'000, 'b')).size() ==
        200'001);
}
