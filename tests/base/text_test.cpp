#include "base/text.h"

#include <doctest/doctest.h>

#include "base/ascii.h"
#include "base/english.h"

using namespace kbgen;

TEST_CASE("initials are the first letters of the first and the last word, as they are written") {
  CHECK(initials_of("Ada Lovelace") == "AL");
  CHECK(initials_of(" Žofie  van der Nováková") == "ŽN");
  CHECK(initials_of("bell hooks") == "bh");
  CHECK(initials_of("Plato") == "P");
  CHECK(initials_of(" ") == "?");
}

TEST_CASE("bytes of ASCII are told apart, and others are none of them") {
  for (int c = 0; c < 256; ++c) {
    char byte = static_cast<char>(c);
    bool is_upper = c >= 'A' && c <= 'Z', is_lower = c >= 'a' && c <= 'z';
    CHECK(is_ascii_letter(byte) == (is_upper || is_lower));
    CHECK(ascii_lower(byte) == (is_upper ? static_cast<char>(c + 32) : byte));
    CHECK(continues_letter(byte) == (c >= 0x80 && c < 0xC0));
  }
  CHECK(hex_value('9') == 9);
  CHECK(hex_value('a') == 10);
  CHECK(hex_value('F') == 15);
  CHECK(hex_value('g') == -1);
  CHECK(is_ascii_alphanumeric('7'));
  CHECK(is_ascii_space('\v'));
}

TEST_CASE("honorifics are those of people alone") {
  CHECK(is_honorific("dr"));
  CHECK(!is_honorific("st"));
  CHECK(!is_honorific("Dr"));
}
