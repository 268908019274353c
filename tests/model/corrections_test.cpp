#include "model/corrections.h"

#include <doctest/doctest.h>

#include "support/parsed.h"

using namespace kbgen;

namespace {

struct Corrected {
  std::string text;         // cues apart by '|', marks as [ ]
  std::string corrections;  // what stands there now < what was heard
  std::vector<std::uint32_t> times_used;
};

std::string with_cues(const Transcript& transcript) {
  std::string text;
  for (const Cue& cue : transcript.cues)
    text += (text.empty() ? "" : "|") + std::string(transcript.text_of(cue));
  return text;
}

Corrected corrected(std::string_view named_paragraphs_or_vtt,
                    std::vector<std::pair<std::string, std::string>> rules) {
  Transcript transcript = parsed(std::string(named_paragraphs_or_vtt));
  std::vector<CorrectionRule> all;
  for (auto& [heard, said] : rules) all.push_back({heard, said, {}});
  CorrectedTranscript result = correct(std::move(transcript), all);
  Corrected out{with_cues(result.transcript), "", result.times_used};
  for (const Correction& correction : result.corrections) {
    std::string_view now = std::string_view(result.transcript.text)
                               .substr(correction.text.begin, correction.text.size());
    out.corrections += std::string(now) + " < " + correction.heard + "; ";
  }
  for (const Mark& mark : result.transcript.marks) {
    CHECK(mark.text.begin <= mark.text.end);
    CHECK(mark.text.end <= result.transcript.text.size());
    out.text += " [" + result.transcript.text.substr(mark.text.begin, mark.text.size()) + "]";
  }
  return out;
}

// One speaker, one cue a line.
std::string vtt(std::initializer_list<std::string_view> cues) {
  std::string text = "WEBVTT\n\n";
  int second = 0;
  for (std::string_view cue : cues) {
    text += "00:00:0" + std::to_string(second) + ".000 --> 00:00:0" + std::to_string(second + 1) +
            ".000\n" + std::string(cue) + "\n\n";
    ++second;
  }
  return text;
}

}  // namespace

TEST_CASE("whole words are put right, in any case") {
  Corrected result =
      corrected(vtt({"pi torch, Pi Torch and PI TORCH; api torches"}), {{"pi torch", "PyTorch"}});
  CHECK(result.text == "PyTorch, PyTorch and PyTorch; api torches");
  CHECK(result.corrections == "PyTorch < pi torch; PyTorch < Pi Torch; PyTorch < PI TORCH; ");
  CHECK(result.times_used == std::vector<std::uint32_t>{3});
}

TEST_CASE("capitals that were heard are carried over to what has no spelling of its own") {
  auto said = [](std::string_view text, std::pair<std::string, std::string> rule) {
    return corrected(vtt({text}), {rule}).text;
  };
  CHECK(said("psychic learn. Psychic learn, PSYCHIC LEARN", {"psychic learn", "scikit-learn"}) ==
        "scikit-learn. Scikit-learn, SCIKIT-LEARN");
  CHECK(said("JUPITER and Jupiter and jupiter", {"jupiter", "Jupyter"}) ==
        "JUPYTER and Jupyter and Jupyter");
  CHECK(said("I phone, I Phone", {"i phone", "iPhone"}) == "iPhone, iPhone");
  CHECK(said("The name to mash", {"the name to mash", "the name Tamás"}) == "The name Tamás");
  CHECK(said("A go", {"a", "oh"}) == "Oh go");
  CHECK(said("ÉCOLE", {"école", "étude"}) == "ÉTUDE");
}

TEST_CASE("a rule that is written in capitals itself says how they go") {
  auto said = [](std::string_view text, std::pair<std::string, std::string> rule) {
    return corrected(vtt({text}), {rule}).text;
  };
  CHECK(said("Andrew NG", {"NG", "Ng"}) == "Andrew Ng");
  CHECK(said("the SQL. SQL", {"SQL", "sequel"}) == "the sequel. Sequel");
}

TEST_CASE("what was heard may have signs in it, and may be a possessive") {
  CHECK(corrected(vtt({"so, Q, and A. Cattle's go; let's, let"}),
                  {{"q, and a", "Q&A"}, {"cattle", "Kaggle"}, {"let's", "lets"}})
            .text == "so, Q&A. Kaggle's go; lets, let");
}

TEST_CASE("the longest rule wins, and of two for the same words the first one") {
  Corrected result =
      corrected(vtt({"big pie table and big pie"}),
                {{"big pie", "first"}, {"big pie table", "longest"}, {"Big Pie", "second"}});
  CHECK(result.text == "longest and first");
  CHECK(result.times_used == std::vector<std::uint32_t>{1, 1, 0});
}

TEST_CASE("words that are right already are no correction, but the rule was used") {
  Corrected result = corrected(vtt({"Kaggle, kaggle"}), {{"kaggle", "Kaggle"}});
  CHECK(result.text == "Kaggle, Kaggle");
  CHECK(result.corrections == "Kaggle < kaggle; ");
  CHECK(result.times_used == std::vector<std::uint32_t>{2});
}

TEST_CASE("what was put right is not put right again, whatever rules lead in a circle or a chain") {
  CHECK(corrected(vtt({"a b"}), {{"a", "b"}, {"b", "a"}}).text == "b a");
  CHECK(corrected(vtt({"one two"}), {{"one", "two"}, {"two", "three"}, {"three", "one"}}).text ==
        "two three");
  CHECK(corrected(vtt({"learn"}), {{"learn", "learn to learn"}}).text == "learn to learn");
}

TEST_CASE("words are put right across cues, and the cues keep theirs") {
  CHECK(corrected(vtt({"I like psychic", "learn a lot"}), {{"psychic learn", "scikit-learn today"}})
            .text == "I like scikit-learn|today a lot");
  CHECK(
      corrected(vtt({"I like psychic", "learn a lot"}), {{"psychic learn", "scikit-learn"}}).text ==
      "I like scikit-learn|a lot");
  CHECK(
      corrected(vtt({"like", "psychic learn", "yes"}), {{"psychic learn", "scikit-learn and more"}})
          .text == "like|scikit-learn and more|yes");
  CHECK(corrected(vtt({"psychic", "learn"}), {{"psychic learn", "scikit-learn"}}).text ==
        "scikit-learn|");
}

TEST_CASE("words of two speakers are never put right together") {
  Corrected result =
      corrected(vtt({"<v Ada>psychic", "<v Bob>learn"}), {{"psychic learn", "scikit-learn"}});
  CHECK(result.text == "psychic|learn");
  CHECK(result.times_used == std::vector<std::uint32_t>{0});
  CHECK(corrected(vtt({"<v Ada>psychic", "<v Bob>learn"}),
                  {{"psychic learn", "scikit-learn"}, {"psychic", "sidekick"}})
            .text == "sidekick|learn");
}

TEST_CASE("marks keep their words when the text before and in them changes its length") {
  std::string_view spoken =
      "**Ada:** mylls and *mylls* and *the mylls of* cats.\n\n**Bob:** Yes.\n\n**Ada:** *No "
      "mylls*.\n";
  CHECK(corrected(spoken, {{"mylls", "windmills"}, {"cats", "K"}}).text ==
        "windmills and windmills and the windmills of K.|Yes.|No windmills. [windmills] [the "
        "windmills of] [No windmills]");
}

TEST_CASE("a mark that ends inside a correction ends with it") {
  CHECK(corrected("**Ada:** so *psychic* learn it is.\n\n**Bob:** Yes.\n\n**Ada:** No.\n",
                  {{"psychic learn", "scikit"}})
            .text == "so scikit it is.|Yes.|No. [scikit]");
}

TEST_CASE("a correction may take words away altogether without losing the others") {
  CHECK(corrected(vtt({"well um yes", "um"}), {{"um", "-"}}).text == "well - yes|-");
}
