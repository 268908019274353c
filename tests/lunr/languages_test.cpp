#include "lunr/languages.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "lunr/pairs.h"

using namespace kbgen::lunr;

static std::string stem_of(const Language& language, std::string word) {
  language.stem(word);
  return word;
}

static std::string pairs_of(std::string_view token) {
  std::string all;
  for_each_pair(token, Position{10, 0}, [&](std::string_view piece, Position at) {
    all += std::string(piece) + " " + std::to_string(at.start) + "+" + std::to_string(at.length) +
           "\n";
  });
  return all;
}

TEST_CASE("a language is found by its code, whatever follows it") {
  CHECK(find_language("de").code == "de");
  CHECK(find_language("de-AT").code == "de");
  CHECK(find_language("PT_br").code == "pt");
  CHECK(find_language("nb-NO").code == "no");
  CHECK(find_language("en-GB").code == "en");
  for (const char* other : {"", "tlh", "d", "deu", "-"}) CHECK(find_language(other).code == "");
}

TEST_CASE(
    "every language has its code once, sorted stop words, and a plugin unless it needs none") {
  std::string codes, without_plugin;
  for (const Language* language : languages) {
    CHECK(std::ranges::is_sorted(language->stop_words));
    CHECK(&find_language(language->code) == language);
    (language->has_plugin() ? codes : without_plugin) += std::string(language->code) + " ";
  }
  CHECK(codes == "da nl fi fr de hu it no pt ro ru es sv ");
  CHECK(without_plugin == "en ja ");
}

TEST_CASE("forms of a word have one stem, as in lunr-languages") {
  const Language& german = find_language("de");
  CHECK(stem_of(german, "häuser") == "haus");
  CHECK(stem_of(german, "straßen") == "strass");
  CHECK(stem_of(find_language("es"), "canciones") == "cancion");
  CHECK(stem_of(find_language("fr"), "économiques") == "econom");
  CHECK(stem_of(find_language("tlh"), "häuser") == "häuser");
}

TEST_CASE("a language without a stemmer keeps words whole, without signs around them") {
  CHECK(find_language("tlh").trim("«привет»,") == "привет");
  CHECK(find_language("tlh").trim("...") == "");
}

TEST_CASE("scripts without spaces are cut into pairs of neighbours, and the last letter") {
  CHECK(pairs_of("日本語") == "日本 10+2\n本語 11+2\n語 12+1\n");
  CHECK(pairs_of("abcを𠮷野") == "abc 10+3\nを𠮷 13+3\n𠮷野 14+3\n野 16+1\n");
  CHECK(pairs_of("本。") == "本 10+1\n。 11+1\n");
  CHECK(pairs_of("naïve") == "naïve 10+5\n");
}
