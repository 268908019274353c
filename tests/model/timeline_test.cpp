#include "model/timeline.h"

#include <doctest/doctest.h>

#include "support/made_knowledge.h"

namespace kbgen {

namespace {

// Two speakers, one of whom has two labels: Ada says the first half and the last tenth.
const std::string conversation =
    "---\ntitle: A talk\ntranscript: {speakers: {Ada: ada, Ada L.: ada}}\n---\n"
    "**Ada**: " +
    std::string(500, 'a') + "\n\n**Bob**: " + std::string(400, 'b') +
    "\n\n**Ada L.**: " + std::string(98, 'c') + "\n";

// Places that follow each other as one: "0-49 90-99".
std::string runs_of(const std::vector<int>& places) {
  std::string runs;
  for (std::size_t i = 0; i < places.size(); ++i) {
    std::size_t first = i;
    while (i + 1 < places.size() && places[i + 1] == places[i] + 1) ++i;
    runs +=
        (runs.empty() ? "" : " ") + std::to_string(places[first]) + "-" + std::to_string(places[i]);
  }
  return runs;
}

}  // namespace

TEST_CASE("a place is a hundredth of the transcript, and its end is the last one") {
  MadeKnowledge made({{"episodes/talk.md", conversation}});
  const SpokenText& spoken = made.spoken("talk");
  CHECK(hundredth_of(spoken, 0) == 0);
  CHECK(hundredth_of(spoken, 505) == 50);
  CHECK(hundredth_of(spoken, static_cast<std::uint32_t>(spoken.transcript.text.size())) == 99);
}

TEST_CASE("who says most in a hundredth has it, under all labels of the person") {
  MadeKnowledge made(
      {{"episodes/talk.md", conversation}, {"guests/ada.md", "---\nname: Ada\n---\n"}});
  const SpokenText& spoken = made.spoken("talk");
  CHECK(runs_of(hundredths_of_talk(spoken, 0)) == "0-49 90-99");
  CHECK(runs_of(hundredths_of_talk(spoken, 1)) == "50-89");
}

}  // namespace kbgen
