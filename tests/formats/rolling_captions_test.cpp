#include "formats/rolling_captions.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "base/text.h"
#include "formats/cases.h"

using namespace kbgen;

// Captions of one line each, a second apart.
static std::string said_in(const std::vector<std::string>& lines) {
  std::string text;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string second = std::to_string(10 + i);
    text += "00:00:" + second + ",000 --> 00:00:" + second + ",900\n" + lines[i] + "\n\n";
  }
  const TranscriptFormat* format = recognize_format(text);
  REQUIRE(format);
  return collapse_space(parse_text(*format, text).transcript.text);
}

TEST_CASE("a line that moves on says each word once") {
  const std::string words = "welcome back to the harbour hour today we brought three bells";
  std::vector<std::string> lines, shown;
  for (std::string_view word : split_words(words)) {
    shown.emplace_back(word);
    if (shown.size() > 5) shown.erase(shown.begin());
    lines.push_back(join(shown, " "));
  }
  CHECK(said_in(lines) == words);
}

TEST_CASE("a line that grows says each word once") {
  CHECK(said_in({"so", "so welcome", "so welcome back", "we", "we brought", "we brought bells"}) ==
        "so welcome back we brought bells");
}

TEST_CASE("words that somebody says twice stay") {
  CHECK(said_in({"it is late", "late it is", "is it late", "late", "yes yes", "yes it is"}) ==
        "it is late late it is is it late late yes yes yes it is");
}

TEST_CASE("long lines of one word are compared in no time") {
  std::string line;
  for (int i = 0; i < 300'000; ++i) line += "a ";
  CHECK(said_in({line, line + "b", line + "c", line + "d", "e"}).ends_with(" a d e"));
}
