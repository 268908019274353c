#include "model/phrases.h"

#include <doctest/doctest.h>

using namespace kbgen;

// What was found, the phrase's number behind each.
static std::string found(const std::vector<std::string>& phrases, std::string_view text) {
  PhraseSet set;
  for (std::uint32_t i = 0; i < phrases.size(); ++i) {
    bool exact = phrases[i].starts_with('=');
    set.add(phrases[i].substr(exact), i, exact ? PhraseSet::Case::exact : PhraseSet::Case::any);
  }
  std::string out;
  for (const PhraseSet::Match& match : set.find(text)) {
    out += "[" + std::string(text.substr(match.text.begin, match.text.size()));
    for (std::uint32_t payload : set.payloads_of(match)) out += " " + std::to_string(payload);
    out += "]";
  }
  return out;
}

TEST_CASE("phrases match whole words in any case, longest first") {
  CHECK(found({"Kaggle", "deep learning", "learning"},
              "kaggle, Kaggler and DEEP\nLearning; learning") ==
        "[kaggle 0][DEEP\nLearning 1][learning 2]");
}

TEST_CASE("a space, a hyphen and a dot are alike between words, the end of a sentence is not") {
  CHECK(found({"fast.ai"}, "fast ai, fast-ai, fast.ai, Fast AI. fast. AI") ==
        "[fast ai 0][fast-ai 0][fast.ai 0][Fast AI 0]");
}

TEST_CASE(
    "dashes and spaces that look alike are alike, signs that a name has itself may be left out") {
  CHECK(
      found({"fast ai"}, "fast\u2011ai, fast\u2013ai, fast\u00A0ai, fast\u202Fai, fast\u2014ai") ==
      "[fast\u2011ai 0][fast\u2013ai 0][fast\u00A0ai 0][fast\u202Fai 0]");
  CHECK(found({"Q&A", "Learn, Keras, and Flow"},
              "Q & A or Q&A; learn, Keras, and\nflow learn keras and flow") ==
        "[Q & A 0][Q&A 0][learn, Keras, and\nflow 1][learn keras and flow 1]");
  CHECK(found({"Q&A"}, "Q, A. Q+A") == "");
}

TEST_CASE("a full stop behind an initial or a title may stand or not, any other ends the name") {
  CHECK(found({"Michael I. Jordan", "Dr Who", "B Traven"},
              "Michael I. Jordan, Michael I Jordan, Dr. Who, Dr Who, B. Traven. B. Who") ==
        "[Michael I. Jordan 0][Michael I Jordan 0][Dr. Who 1][Dr Who 1][B. Traven 2]");
  CHECK(found({"I Robot", "deep learning"}, "So did I. Robot deep. Learning deep! Learning") == "");
}

TEST_CASE("a name is found in running text of a script that does not part words") {
  CHECK(found({"東京", "機械学習", "AI技術"}, "私は東京で機械学習を、AI技術も。機\n械学習") ==
        "[東京 0][機械学習 1][AI技術 2][機\n械学習 1]");
  CHECK(found({"パイ", "ジェレミー ハワード"}, "パイソンとパイ、ジェレミー・ハワード") ==
        "[パイ 0][ジェレミー・ハワード 1]");
  CHECK(found({"กา"}, "กาแฟ การ กา") == "[กา 0][กา 0][กา 0]");
}

TEST_CASE("in scripts that part words a name is a whole one") {
  CHECK(found({"Питон", "Αθήνα", "कमल", "مكة"}, "питон Питона ΑΘΗΝΑ कमल कमाल مَكَّة مكةx") ==
        "[питон 0][ΑΘΗΝΑ 1][कमल 2][مَكَّة 3]");
}

TEST_CASE("possessives match, other words with apostrophes are words of their own") {
  CHECK(found({"Kaggle", "don"}, "Kaggle's and Kaggle’s but don't") == "[Kaggle 0][Kaggle 0]");
}

TEST_CASE("signs are part of names") {
  CHECK(found({"C++", "C", ".NET", "C#", "net"}, "C++ and C, .NET or C#; the net. Net") ==
        "[C++ 0][C 1][.NET 2][C# 3][net 4][Net 4]");
}

TEST_CASE("accents do not matter, an exact phrase does mind its case") {
  CHECK(found({"José Núñez", "=Wave"}, "Jose Nunez on a wave of Wave") == "[Jose Nunez 0][Wave 1]");
}

TEST_CASE("two entities may share a phrase") {
  CHECK(found({"Kaggle", "kaggle"}, "Kaggle") == "[Kaggle 0 1]");
}

TEST_CASE("a name that is a possessive itself is only found as one") {
  CHECK(found({"Levi's", "=Moody's"}, "Levi and Levi’s, Moody, moody's or Moody's") ==
        "[Levi’s 0][Moody's 1]");
  CHECK(found({"Levi", "Levi's"}, "Levi's Levi") == "[Levi's 1][Levi 0]");
}

TEST_CASE("an exact phrase minds its case, not what is between its words") {
  CHECK(found({"=H2O Wave"}, "H2O Wave, H2O-Wave, H2O\nWave, h2o wave") ==
        "[H2O Wave 0][H2O-Wave 0][H2O\nWave 0]");
  CHECK(found({"wave", "=Wave"}, "wave Wave") == "[wave 0][Wave 1]");
}

TEST_CASE("a derived form is found when asked for, and gives way to one that was written") {
  PhraseSet set;
  set.add("notebooks", 1, PhraseSet::Case::any, PhraseSet::Form::derived);
  set.add("networks", 2, PhraseSet::Case::any, PhraseSet::Form::derived);
  set.add("Notebooks", 3);
  auto count = [&](PhraseSet::Form up_to) {
    std::string out;
    for (const PhraseSet::Match& match : set.find("notebooks, networks", up_to, nullptr))
      out += std::to_string(set.payloads_of(match).front());
    return out;
  };
  CHECK(count(PhraseSet::Form::written) == "3");
  CHECK(count(PhraseSet::Form::derived) == "32");
}

TEST_CASE("where the longest is not wanted, a shorter one is taken") {
  PhraseSet set;
  set.add("deep learning", 0);
  set.add("deep", 1);
  std::string_view text = "deep learning";
  auto matches =
      set.find(text, PhraseSet::Form::written, [](TextRange range) { return range.size() < 5; });
  REQUIRE(matches.size() == 1);
  CHECK(matches[0].text == TextRange{0, 4});
}

TEST_CASE("odd text is no trouble") {
  CHECK(found({"a"}, "") == "");
  CHECK(found({"", " ", "+"}, "a + b") == "");
  CHECK(found({"x"}, "'x' ''x .x 'x's") == "[x 0][x 0][x 0][x 0]");
}
