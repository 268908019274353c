// Chapters and recordings that disagree with the transcript, and pictures without a description.

#include <doctest/doctest.h>

#include "model/check.h"
#include "support/made_knowledge.h"

namespace kbgen {

namespace {

// What is found in an episode with this front matter, whose transcript speaks once a minute from
// 0:00 to 9:00 and ends at 10:00.
std::string found_in(const std::string& front_matter) {
  std::vector<std::string> said;
  for (int i = 0; i < 10; ++i) said.push_back("Word " + std::to_string(i) + ".");
  return found_by(check_episodes,
                  MadeKnowledge({{"episodes/talk.md", "---\ntitle: A talk\n" + front_matter +
                                                          "---\n" + captions_of(said, 60)}}));
}

std::string found_with_audio(const std::string& duration) {
  return found_in("audio: {url: \"https://example.org/a.mp3\", duration: \"" + duration + "\"}\n");
}

}  // namespace

TEST_CASE("check_episodes reports a chapter that comes twice, whatever its case") {
  CHECK(found_in("chapters: [{start: 0, title: Mills}, {start: 5:00, title: MILLS}]\n") ==
        "episodes/talk.md:3:38: a chapter 'MILLS' begins at 0:00 already [repeated-chapter]\n");
}

TEST_CASE("check_episodes reports a chapter in which nothing is said") {
  CHECK(found_in("chapters: [{start: 0, title: A}, {start: 10:00, title: B}]\n") == "");
  CHECK(found_in("chapters: [{start: 0, title: A}, {start: 10:01, title: B}]\n") ==
        "episodes/talk.md:3:34: this chapter begins behind the last words, at 10:00 "
        "[empty-chapter]\n");
}

TEST_CASE("check_episodes lets the audio be longer by five minutes or a tenth, shorter by one") {
  for (const char* duration : {"9:00", "10:00", "15:00"}) {
    CAPTURE(duration);
    CHECK(found_with_audio(duration) == "");
  }
  CHECK(found_with_audio("8:59") ==
        "episodes/talk.md:3:53: the transcript goes on until 10:00, behind the end of the audio "
        "[duration-disagrees]\n");
  CHECK(found_with_audio("15:01") ==
        "episodes/talk.md:3:53: the transcript ends at 10:00, long before the audio "
        "[duration-disagrees]\n");
}

TEST_CASE("check_images reports pictures without a description in prose of any kind") {
  MadeKnowledge made(
      {{"topics/mills.md", "---\ntitle: Mills\n---\n![](../x.png) ![a mill](../x.png)\n"}},
      {.static_files = {"x.png"}});
  CHECK(found_by(check_images, made) ==
        "topics/mills.md:4:5: who cannot see this picture learns nothing [image-without-text]\n");
}

}  // namespace kbgen
