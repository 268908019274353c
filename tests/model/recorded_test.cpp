#include "model/recorded.h"

#include <doctest/doctest.h>

#include "content/records.h"
#include "formats/transcript_formats.h"
#include "model/spoken.h"

namespace kbgen {

static SpokenText spoken_of(std::string_view transcript) {
  Diagnostics diag;
  SourceFile file{"input", std::string(transcript)};
  std::vector<std::uint32_t> uses;
  return make_spoken(parse_transcript(file, *recognize_format(file.text), diag), {}, {}, {}, uses,
                     diag);
}

// When these words of the transcript are said: "10–15", or "" if that is not known.
static std::string when(const SpokenText& spoken, std::string_view words) {
  auto begin = static_cast<std::uint32_t>(spoken.transcript.text.find(words));
  auto stretch = stretch_of(spoken, {begin, begin + static_cast<std::uint32_t>(words.size())});
  return stretch ? std::to_string(stretch->begin) + "–" + std::to_string(stretch->end) : "";
}

TEST_CASE("words are said in proportion to the letters of their cue") {
  SpokenText spoken = spoken_of(
      "WEBVTT\n\n00:00:10.000 --> 00:00:20.000\n<v Ada>One two three. Four five six.\n\n"
      "00:01:00.000 --> 00:01:10.000\n<v Ada>Seven.\n");
  CHECK(when(spoken, "One two three.") == "10–15");
  CHECK(when(spoken, "Four five six.") == "15–20");
  CHECK(when(spoken, "six.\nSeven.") == "18–70");
}

TEST_CASE("a cue without an end lasts until the next one, and words without a time go on") {
  SpokenText spoken = spoken_of(
      "**Ada** [0:10]: One two three. Four five six.\n\n**Ada** [0:20]: Seven.\n\n"
      "**Bob** [0:30]: Eight.\n");
  CHECK(when(spoken, "Four five six.") == "15–20");
  CHECK(when(spoken, "Seven.") == "20–30");
}

TEST_CASE("a transcript without times has no stretches") {
  CHECK(when(spoken_of("**Ada:** One.\n\n**Bob:** Two.\n\n**Ada:** Three.\n"), "Two.") == "");
}

}  // namespace kbgen
