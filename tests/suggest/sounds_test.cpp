#include "suggest/sounds.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "suggest/sound_index.h"

using namespace kbgen;

static double likeness(std::string_view a, std::string_view b) {
  return 1 - sound_difference(sounds_of(a), sounds_of(b));
}

TEST_CASE("spellings of one sound sound the same") {
  CHECK(likeness("jupiter", "jupyter") == 1);
  CHECK(likeness("fone", "phone") == 1);
  CHECK(likeness("nite", "knight") == 1);
  CHECK(likeness("taksi", "taxi") == 1);
  CHECK(sounds_of("knight") == "nit");
  CHECK(sounds_of("psalm") == "salm");
}

TEST_CASE("letters that are spelled out sound by their names") {
  CHECK(sounds_of("ml") == "emel");
  CHECK(sounds_of("b") == "bi");
  CHECK(likeness("vtt", "vititi") == 1);
}

TEST_CASE("what is often misheard is nearer than what is not") {
  CHECK(likeness("cattle", "kaggle") > likeness("carpet", "kaggle"));
  CHECK(likeness("vast", "fast") > likeness("last", "fast"));
  CHECK(likeness("tensor", "sensor") < likeness("denser", "tensor"));
}

TEST_CASE("words without sounds differ from all others") {
  CHECK(sound_difference("", "") == 0);
  CHECK(sound_difference("", "abc") == 1);
  CHECK(sounds_of("") == "");
  CHECK(sounds_of("'") == "");
}

TEST_CASE("a skeleton is the consonants by class") {
  CHECK(skeleton_of(sounds_of("kaggle")) == "KKl");
  CHECK(skeleton_of(sounds_of("cattle")) == "KTl");
}

TEST_CASE("other scripts are compared letter by letter") {
  CHECK(sound_difference(sounds_of("москва"), sounds_of("москва")) == 0);
  CHECK(sound_difference(sounds_of("москва"), sounds_of("минск")) > 0.2);
}

TEST_CASE("a sketch never says more difference than there is") {
  const std::string_view alphabet = "pbtdTkgfvszSCJXGmnlrhwyaeiou";
  std::mt19937 random(16);
  std::size_t told_apart = 0;
  for (int i = 0; i < 200'000; ++i) {
    std::string a, b;
    for (std::size_t n = 1 + random() % 9; n > 0; --n) a += alphabet[random() % alphabet.size()];
    // Half of the words are the other one with a few sounds changed.
    if (i % 2 == 0) b = a;
    for (std::size_t n = 1 + random() % 4; n > 0; --n) {
      std::size_t at = random() % (b.size() + 1);
      if (random() % 3 > 0 && at < b.size()) b.erase(at, 1);
      if (random() % 3 > 0 || b.empty())
        b.insert(std::min(at, b.size()), 1, alphabet[random() % alphabet.size()]);
    }
    std::size_t cut = random() % (a.size() + 1);  // two words put together
    SoundSketch sketch = sketch_of(std::string_view(a).substr(0, cut));
    sketch += sketch_of(std::string_view(a).substr(cut));
    double least = least_difference(sketch, sketch_of(b));
    INFO(a, " and ", b);
    REQUIRE(std::min(1.0, least) <= sound_difference(a, b) + 1e-4);
    told_apart += least > 0.3;
  }
  CHECK(told_apart > 50'000);
}

static std::vector<std::uint32_t> near(const SoundIndex& index, std::string_view skeleton) {
  std::vector<std::uint32_t> names;
  index.find_near(skeleton, names);
  return names;
}

TEST_CASE("the index finds one sound more, less or other, and in long names two") {
  SoundIndex index({"KKl", "STKlrN", "RTKSNlSK"});
  CHECK(near(index, "KKl") == std::vector<std::uint32_t>{0});
  CHECK(near(index, "KTl") == std::vector<std::uint32_t>{0});
  CHECK(near(index, "KKlr") == std::vector<std::uint32_t>{0});
  CHECK(near(index, "Kl") == std::vector<std::uint32_t>{0});
  CHECK(near(index, "TTl").empty());
  CHECK(near(index, "SKKlrN") == std::vector<std::uint32_t>{1});
  CHECK(near(index, "RTKNlSK") == std::vector<std::uint32_t>{2});
  CHECK(near(index, "").empty());
  CHECK(near(index, std::string(500, 'K')).empty());
}
