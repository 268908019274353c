#include "model/restoration.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <set>

#include "base/text.h"
#include "model/spoken.h"
#include "model/spoken_tokens.h"
#include "support/linked.h"
#include "support/parsed.h"
#include "support/shared_folder.h"

using namespace kbgen;

namespace {

SpokenText spoken_of(Transcript transcript) {
  Diagnostics diag;
  std::vector<std::uint32_t> uses;
  return make_spoken(std::move(transcript), {}, {}, {}, uses, diag);
}

// WebVTT with a cue for each text; the times are those of `seconds`.
std::string cues(const std::vector<std::pair<int, std::string>>& said) {
  std::string text = "WEBVTT\n";
  for (const auto& [second, words] : said)
    text += "\n00:00:" + std::to_string(10 + second) +
            ".000 --> 00:00:" + std::to_string(10 + second + 1) + ".000\n" + words + "\n";
  return text;
}

// The text of cues after they were restored by the names of nobody.
std::string restored(const std::string& text, const std::vector<std::string>& people = {}) {
  SpokenText spoken = spoken_of(parsed(text));
  restore_punctuation(spoken, {}, "en", people);
  return collapse_space(spoken.transcript.text);
}

}  // namespace

TEST_CASE("captions get the capitals and full stops that are certain, and no others") {
  CHECK(
      restored(cues({{0, "so welcome everyone"},
                     {4, "i'm excited to be here thanks integra for joining me"},
                     {8, "so this is what i've made on monday"}}),
               {"Integra Lowe"}) ==
      "So welcome everyone. I'm excited to be here thanks Integra for joining me. So this is what "
      "I've made on Monday.");
  CHECK(restored(cues({{0, "we walked to the river and"}, {9, "i slept there"}})) ==
        "We walked to the river and I slept there.");
}

TEST_CASE("each turn begins with a capital; a short question ends with its mark") {
  CHECK(
      restored("WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ada>how do you wind it\n\n"
               "00:03.000 --> 00:09.000\n<v Bob>with the brass key that hangs beside the clock\n\n"
               "00:10.000 --> 00:12.000\n<v Ada>and the other clock where do you keep its key\n") ==
      "How do you wind it? With the brass key that hangs beside the clock. And the other clock "
      "where do you keep its key");
}

TEST_CASE("paragraphs, marks and corrections keep their words, and the heard text comes back") {
  SpokenText spoken = spoken_of(parsed(cues({{0, "<v Ada>i saw it on friday again"},
                                             {5, "<v Ada>so i went home and slept"},
                                             {9, "<v Bob>the owl stayed up all night long"}})));
  const SpokenText heard = spoken;
  spoken.transcript.marks = {{Mark::Kind::emphasis, {6, 8}, ""}};
  spoken.corrections = {{{6, 8}, "eat"}};
  restore_punctuation(spoken, {}, "en", {});
  CHECK(text_as_heard(spoken) == heard.transcript.text);
  CHECK(spoken.fragments == heard.fragments);
  REQUIRE(spoken.layout.paragraphs.size() == heard.layout.paragraphs.size());
  CHECK(spoken.text_of(spoken.layout.paragraphs.back().text) ==
        "The owl stayed up all night long.");
  REQUIRE(spoken.transcript.marks.size() == 1);
  CHECK(spoken.text_of(spoken.transcript.marks[0].text) == "it");
  CHECK(spoken.text_of(spoken.corrections.front().text) == "it");
  std::string set;
  for (const Restored& one : spoken.restored) set += std::string(spoken.text_of(one.text)) + " ";
  CHECK(set == "I Friday . So I . The . ");
}

TEST_CASE("names are written as the archive writes them, unless they are ordinary words") {
  TestProject project;
  write_topic("mlops", "title: \"MLOps\"\naliases: [\"model deployment\", \"Kaggle\"]");
  write_topic("hope", "title: \"Hope\"\naliases: [\"Grace\", \"=Wave\"]");
  write_bytes("content/guests/ada.md", "---\nname: Ada van Lovelace\n---\n");
  write_bytes("content/episodes/a.vtt",
              cues({{0, "today ada van lovelace does mlops on kaggle"},
                    {3, "and model deployment with a wave of hope and grace and ada's charm"},
                    {6, "and everybody was very glad to see all of that on such a day"}}));
  Linked linked;
  CHECK(collapse_space(linked.site.episodes[{0}].spoken->transcript.text) ==
        "Today Ada van Lovelace does MLOps on Kaggle and model deployment with a wave of hope and "
        "grace and ada's charm and everybody was very glad to see all of that on such a day.");
}

TEST_CASE("only captions without full stops are restored, and only if nobody turns it off") {
  std::string words = "we went up the hill and down the hill and up the hill again ";
  TestProject project;
  write_bytes("content/episodes/a.vtt", cues({{0, words + words}}));
  write_bytes("content/episodes/talks/b.vtt", cues({{0, words + words}}));
  write_bytes("content/episodes/b.md",
              "---\ntitle: B\ntranscript: {file: talks/b.vtt, restore_punctuation: false}\n---\n");
  CHECK(Linked().site.episodes[{0}].spoken->restored.size() == 2);
  CHECK(Linked().site.episodes[{1}].spoken->restored.empty());
  write_bytes("config.yaml", "title: Off\nrestore_punctuation: false\n");
  CHECK(Linked().site.episodes[{0}].spoken->restored.empty());
}

TEST_CASE("whatever the captions are, restoring them changes no word") {
  for (std::string_view odd :
       {"\xF0\x9F\xA6\x89 i i i", "ßtraße ŉ ǆ i", "i. i? i", "[music] so i", "<i>so</i> i <b>i</b>",
        "i'm i’m ' '' i'", "\u4eca\u5929 so yeah", "...", "so i so i so i so i so i"}) {
    std::string text = "WEBVTT\n\n00:01.000 --> 00:02.000\n" + std::string(odd) + "\n\n" +
                       "00:09.000 --> 00:10.000\n" + std::string(odd) + "\n";
    SpokenText spoken = spoken_of(parsed(text));
    std::string heard = spoken.transcript.text;
    restore_punctuation(spoken, {}, "en", {"I So", "Music Straße"});
    CHECK_MESSAGE(text_as_heard(spoken) == heard, odd);
    CHECK(spoken.layout.paragraphs.back().text.end == spoken.transcript.text.size());
  }
}

namespace {

// What a transcript has at each of its words: capitals, and the sign behind it.
struct Signs {
  std::vector<std::string> words;
  std::vector<Sign> signs;
};

Signs signs_of(const SpokenText& spoken) {
  Signs all;
  std::vector<SpokenToken> tokens;
  for (const Paragraph& paragraph : spoken.layout.paragraphs)
    append_tokens(spoken.text_of(paragraph.text), paragraph.text.begin, tokens);
  for (const SpokenToken& token : tokens) {
    all.words.emplace_back(spoken.text_of(token.text));
    all.signs.push_back(token.sign);
  }
  return all;
}

// The transcript as a machine would have heard it: small letters, and no signs but those in words.
Transcript without_punctuation(const Transcript& transcript) {
  Transcript stripped = transcript;
  stripped.marks.clear();
  stripped.text.clear();
  for (Cue& cue : stripped.cues) {
    std::vector<SpokenToken> tokens;
    append_tokens(transcript.text_of(cue), cue.text.begin, tokens);
    cue.text.begin = static_cast<std::uint32_t>(stripped.text.size());
    for (const SpokenToken& token : tokens) {
      if (stripped.text.size() > cue.text.begin) stripped.text += ' ';
      stripped.text +=
          lower(std::string_view(transcript.text).substr(token.text.begin, token.text.size()));
    }
    cue.text.end = static_cast<std::uint32_t>(stripped.text.size());
    stripped.text += '\n';
  }
  return stripped;
}

struct Score {
  std::size_t capitals = 0, right_capitals = 0, signs = 0, right_signs = 0;
};

void compare(const SpokenText& spoken, const SpokenText& original, Score& score) {
  Signs now = signs_of(spoken), before = signs_of(original);
  REQUIRE(now.words.size() == before.words.size());
  std::set<std::string> written;
  for (std::size_t i = 1; i < before.words.size(); ++i)
    if (before.signs[i - 1] == Sign::none) written.insert(before.words[i]);
  for (std::size_t i = 0; i < now.words.size(); ++i) {
    if (now.words[i] != lower(now.words[i])) {
      ++score.capitals;
      // Transcripts of machines write some names in both ways; then both are right.
      bool is_beginning = i == 0 || now.signs[i - 1] != Sign::none;
      bool is_right =
          now.words[i] == before.words[i] || (!is_beginning && written.contains(now.words[i]));
      score.right_capitals += is_right;
    }
    if (now.signs[i] == Sign::none) continue;
    ++score.signs;
    score.right_signs += now.signs[i] == before.signs[i];
  }
}

// Strips each punctuated transcript of an archive in turn, and restores it by the others.
Score score_of_archive(const std::string& folder) {
  Diagnostics diag;
  ProjectOptions options;
  options.config = folder + "/config.yaml";
  Project project = open_project(options, diag);
  Cache cache(Memory::none);
  SourceTree sources = discover(project, cache.sources, diag);
  Site site =
      assemble(parse(sources, project, cache.records, diag), project, {}, cache.spoken, diag);
  Score score;
  for (const Episode& episode : site.episodes) {
    if (!episode.spoken || lacks_punctuation(episode.spoken->transcript)) continue;
    std::vector<const Transcript*> others;
    for (const Episode& other : site.episodes) {
      bool is_other =
          other.spoken && other.id != episode.id && !lacks_punctuation(other.spoken->transcript);
      others.push_back(is_other ? &other.spoken->transcript : nullptr);
    }
    RestorationGuide guide(site, others, {episode.language});
    std::vector<std::string> people;
    for (const Speaker& speaker : episode.spoken->speakers)
      if (looks_like_person(speaker.name)) people.push_back(speaker.name);
    SpokenText spoken = spoken_of(without_punctuation(episode.spoken->transcript));
    restore_punctuation(spoken, guide, episode.language, people);
    compare(spoken, *episode.spoken, score);
  }
  return score;
}

void check_score(const Score& score) {
  MESSAGE(score.right_capitals << " of " << score.capitals << " capitals and " << score.right_signs
                               << " of " << score.signs
                               << " full stops and question marks are right");
  CHECK(score.capitals > 500);
  CHECK(score.signs > 100);
  CHECK(score.right_capitals * 100 >= score.capitals * 99);
  CHECK(score.right_signs * 100 >= score.signs * 90);
}

}  // namespace

TEST_CASE("of what is set in the demonstration without punctuation nearly all is right") {
  check_score(score_of_archive(KBGEN_SOURCE_DIR));
}

TEST_CASE("of what is set in real talks without punctuation nearly all is right") {
  const std::string folder = shared_folder() + "/knowledge";
  if (!std::filesystem::exists(folder)) {
    MESSAGE("skipped: there is no " << folder);
    return;
  }
  check_score(score_of_archive(folder));
}
