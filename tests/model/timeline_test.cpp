#include "model/timeline.h"

#include <doctest/doctest.h>

#include "support/made_knowledge.h"

namespace kbgen {

namespace {

// Two speakers, one of whom has two labels: Ada says the first half and the last tenth.
const std::string conversation =
    "---\ntitle: A talk\nspeakers: {Ada: ada, Ada L.: ada}\n---\n"
    "**Ada**: " +
    std::string(500, 'a') + "\n\n**Bob**: " + std::string(400, 'b') +
    "\n\n**Ada L.**: " + std::string(98, 'c') + "\n";

std::vector<int> from_to(int first, int last) {
  std::vector<int> all;
  for (int i = first; i <= last; ++i) all.push_back(i);
  return all;
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
  std::vector<int> ada = from_to(0, 49), last = from_to(90, 99);
  ada.insert(ada.end(), last.begin(), last.end());
  CHECK(hundredths_of_talk(spoken, 0) == ada);
  CHECK(hundredths_of_talk(spoken, 1) == from_to(50, 89));
}

}  // namespace kbgen
