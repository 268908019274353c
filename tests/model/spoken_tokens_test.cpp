#include "model/spoken_tokens.h"

#include <doctest/doctest.h>

namespace kbgen {

namespace {

// The words with '.' for a stop, '?' for a question, ',' for a pause, and '!' for one that is not
// plain.
std::string tokens(std::string_view text) {
  static constexpr const char* signs[] = {"", ",", ".", "?"};
  std::vector<SpokenToken> all;
  append_tokens(text, 100, all);
  std::string out;
  for (const SpokenToken& token : all) {
    CHECK(token.text.begin >= 100);
    out += "[" + std::string(text.substr(token.text.begin - 100, token.text.size())) + "]" +
           signs[static_cast<int>(token.sign)] + (token.is_plain ? "" : "!") + " ";
  }
  return out;
}

}  // namespace

TEST_CASE("tokens are words with what is within them, and the sign behind them") {
  CHECK(tokens("it's fast.ai, no? Yes. Über") == "[it's] [fast.ai], [no]? [Yes]. [Über] ");
  CHECK(tokens("wait… so – well") == "[wait],! [so] [well] ");
  CHECK(tokens("one\ntwo") == "[one] [two] ");
}

TEST_CASE("a piece without letters or digits is no word, and brackets make a word less plain") {
  CHECK(tokens("") == "");
  CHECK(tokens(" ... -- ") == "");
  CHECK(tokens("(word) \"word.\" 42") == "[word],! [word].! [42] ");
}

}  // namespace kbgen
