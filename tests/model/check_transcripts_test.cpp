// What looks wrong in a transcript as a whole. Its file is not on the disk, so reports are of the
// file and have no line.

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "model/check.h"
#include "support/made_knowledge.h"

namespace kbgen {

namespace {

std::string found_in(const std::string& name, const std::string& transcript) {
  std::string found =
      found_by(check_transcripts, MadeKnowledge({{"episodes/" + name, transcript}}));
  constexpr std::string_view no_file = "this file cannot be read: there is no such file";
  std::size_t at = found.find(no_file);
  if (at == found.npos) return found;
  std::size_t begin = found.rfind('\n', at) + 1, end = found.find('\n', at) + 1;
  return found.erase(begin, end - begin);
}

// Two cues, the second of which begins so many seconds after the first one ended.
std::string after_silence(int seconds) {
  return found_in("e.vtt", fmt::format("WEBVTT\n\n00:00:00.000 --> 00:00:10.000\nOne.\n\n"
                                       "00:{:02}:{:02}.000 --> 00:30:00.000\nTwo.\n",
                                       (seconds + 10) / 60, (seconds + 10) % 60));
}

// Turns of Ada and Bob, those at the places in `bare` without a speaker.
std::string turns(std::size_t count, const std::set<std::size_t>& bare) {
  std::vector<std::string> said;
  for (std::size_t i = 0; i < count; ++i)
    said.push_back((bare.contains(i) ? ""
                    : i % 2          ? "<v Ada>"
                                     : "<v Bob>") +
                   fmt::format("Words of turn {}.", i));
  return captions_of(said);
}

}  // namespace

TEST_CASE("check_transcripts reports a silence of more than five minutes") {
  CHECK(after_silence(300) == "");
  CHECK(after_silence(301) ==
        "episodes/e.vtt: nothing is said for 5 minutes before 5:11 [long-gap]\n");
}

TEST_CASE("check_transcripts reports words that come four times in a row") {
  CHECK(found_in("e.vtt", captions_of({"Thank you.", "Thank you!", "thank you"})) == "");
  CHECK(found_in("e.vtt",
                 captions_of({"So.", "Thank you.", "Thank you!", "thank you", "Thank you."})) ==
        "episodes/e.vtt: the same words come 4 times in a row [repeated-paragraph]\n");
}

TEST_CASE("check_transcripts reports that words are missing, and no laughter") {
  CHECK(found_in("e.vtt", captions_of({"Well [inaudible 0:12:03] and (unclear) and ??? then.",
                                       "Is it? [laughs] (yes)"})) ==
        "episodes/e.vtt: words are missing here [unintelligible]\n");
}

TEST_CASE("check_transcripts reports turns without a speaker where most of them have one") {
  CHECK(found_in("e.vtt", turns(10, {})) == "");
  CHECK(found_in("e.vtt", turns(10, {0})) == "");
  CHECK(found_in("e.vtt", turns(10, {4})).find("[turn-without-speaker]") != std::string::npos);
}

TEST_CASE("check_transcripts reports a heading below which nothing is said") {
  const std::string talk =
      "## Mills\n\n**Ada:** One.\n\n**Bob:** Two.\n\n## Looms\n\n## Threads\n\n**Ada:** Three.\n";
  CHECK(found_in("e.txt", talk) ==
        "episodes/e.txt: nothing is said below the heading 'Looms' [empty-chapter]\n");
}

}  // namespace kbgen
