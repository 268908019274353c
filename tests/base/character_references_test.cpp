#include "base/character_references.h"

#include <doctest/doctest.h>

#include <string>

#include "base/html_entities.h"
#include "base/text.h"

using namespace kbgen;

static std::string taken(std::string_view text) {
  std::string out;
  return take_character_reference(text, out) ? out + "|" + std::string(text) : "none";
}

TEST_CASE("every name of the table is found, whatever its place in it") {
  for (const HtmlEntity& entity : html_entities) {
    std::string character;
    append_utf8(character, entity.character);
    CHECK(unescape_html("<&" + std::string(entity.name) + ";>") == "<" + character + ">");
  }
  CHECK(unescape_html("&zzz; &a; &~;") == "&zzz; &a; &~;");
}

TEST_CASE("numbers and the old Latin-1 names need no semicolon") {
  CHECK(unescape_html("&#65&#x42;&ampx &hearts &copy2020 &notit;") == "AB&x &hearts ©2020 ¬it;");
  CHECK(unescape_html("&#128; &#0; &#xD800; &# &") == "€ \uFFFD \uFFFD &# &");
}

TEST_CASE("one reference is taken from the front of a text, with its semicolon") {
  CHECK(taken("&eacute;s") == "é|s");
  CHECK(taken("&#x2013;") == "–|");
  CHECK(taken("&lrm;a") == "|a");
  CHECK(taken("&eacute s") == "none");
  CHECK(taken("&nothing;") == "none");
  CHECK(taken("a&lt;") == "none");
}
