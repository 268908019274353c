#include "model/spoken.h"

#include <doctest/doctest.h>

#include "content/records.h"
#include "support/parsed.h"

using namespace kbgen;

namespace {

SpokenText spoken_of(std::string_view transcript, TranscriptSettings settings = {}) {
  Diagnostics diag;
  std::vector<std::uint32_t> uses;
  return make_spoken(parsed(std::string(transcript)), settings, {}, {}, uses, diag);
}

// Four turns at 0:10, 1:00, without a time, and at 2:00.
constexpr std::string_view four_turns =
    "WEBVTT\n\n00:00:10.000 --> 00:00:20.000\n<v Ada>One.\n\n00:01:00.000 --> 00:01:10.000\n<v "
    "Bob>Two.\n\n"
    "00:00:01.000 --> 00:00:02.000\n<v Ada>Three.\n\n00:02:00.000 --> 00:02:10.000\n<v Bob>Four.\n";

std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) out += part + " ";
  return out;
}

}  // namespace

TEST_CASE(
    "a time falls into the last paragraph that begins at or before it, an early one into the "
    "first") {
  SpokenText spoken = spoken_of(four_turns);
  CHECK(paragraph_at(spoken, {0}) == 0);
  CHECK(paragraph_at(spoken, {10'000}) == 0);
  CHECK(paragraph_at(spoken, {59'999}) == 0);
  CHECK(paragraph_at(spoken, {60'000}) == 1);
  CHECK(paragraph_at(spoken, {119'000}) == 1);
  CHECK(paragraph_at(spoken, {9'999'000}) == 3);
  CHECK(!paragraph_at(spoken_of("**Ada:** One.\n\n**Bob:** Two.\n\n**Ada:** Three.\n"), {0}));
}

TEST_CASE("a paragraph without a time has that of the last one before it that tells") {
  SpokenText spoken = spoken_of(four_turns);
  CHECK(time_near(spoken, 2) == Timecode{60'000});
  CHECK(time_near(spoken, 3) == Timecode{120'000});
  CHECK(!time_near(spoken_of("**Ada:** One.\n\n**Bob:** Two.\n\n**Ada:** Three.\n"), 1));
}

TEST_CASE("an offset moves all times, and none before the beginning") {
  TranscriptSettings settings;
  settings.offset_ms = -30'000;
  SpokenText spoken = spoken_of(four_turns, settings);
  CHECK(joined(spoken.fragments).starts_with("t=0 t=30 p-"));
  CHECK(spoken.duration == Timecode{100'000});
}

TEST_CASE("the address of a paragraph without a time depends on its words alone") {
  std::string_view before = "**Ada:** One thing.\n\n**Bob:** Two things.\n\n**Ada:** Three.\n";
  std::string_view after =
      "**Cyd:** Zero.\n\n**Ada:** One *thing*!\n\n**Bob:** two things\n\n**Ada:** Three.\n";
  std::vector<std::string> old_ones = spoken_of(before).fragments,
                           new_ones = spoken_of(after).fragments;
  REQUIRE(new_ones.size() == 4);
  CHECK(std::vector<std::string>(new_ones.begin() + 1, new_ones.end()) == old_ones);
}

TEST_CASE("a label may be a person's name, a role or a sentence") {
  for (const char* name :
       {"Ada Lovelace", "José de la Cruz", "Vincent van Gogh", "Żaneta Nowak", "Rob Bracco Jr."}) {
    CAPTURE(name);
    CHECK(looks_like_person(name));
  }
  for (const char* label :
       {"", "Ada", "Speaker 2", "Unknown Speaker", "Host", "The Host", "Ada and Bob",
        "and so we went there", "Is It True?", "Ada Lovelace, Bob", "One Two Three Four Five",
        "ada lovelace", "Guest: Ada"}) {
    CAPTURE(label);
    CHECK(!looks_like_person(label));
  }
}
