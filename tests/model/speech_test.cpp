#include "model/speech.h"

#include <doctest/doctest.h>

#include "content/records.h"
#include "support/made_knowledge.h"
#include "support/parsed.h"

namespace kbgen {

namespace {

// Two episodes of which the first one has a transcript, and what speech_of() is asked with.
struct Asked {
  Site site;
  std::vector<EpisodeRecord> records{2};
  std::vector<std::vector<Speaker>> speakers{2};
  Project project;
  SpokenMemo memo{Memory::kept};
  Diagnostics diag;

  explicit Asked(const std::string& transcript) {
    for (const char* slug : {"talk", "silent"}) {
      Episode episode;
      episode.slug = slug;
      episode.language = "en";
      site.episodes.add(episode);
    }
    records[0].transcript = std::make_shared<const Transcript>(parsed(transcript));
  }

  Speech speech() { return speech_of(site, records, speakers, project, Lock(), memo, diag); }
};

const std::string bare_words =
    "we went up the hill and down the hill and up the hill again and again and then home to sleep";

}  // namespace

TEST_CASE("speech_of has an entry for each episode, and none that says nothing") {
  Asked asked(captions_of({"Hello.", "Goodbye."}));
  Speech speech = asked.speech();
  REQUIRE(speech.size() == 2);
  CHECK(speech[0]->spoken->transcript.text.starts_with("Hello."));
  CHECK(!speech[1]);
}

TEST_CASE("speech_of makes a transcript again only if it or its speakers are others") {
  Asked asked(captions_of({"Hello.", "Goodbye."}));
  auto first = asked.speech()[0];
  CHECK(asked.speech()[0] == first);
  asked.speakers[0] = {{"Ada", "Ada", {}}};
  auto second = asked.speech()[0];
  CHECK(second != first);
  asked.records[0].transcript = std::make_shared<const Transcript>(*asked.records[0].transcript);
  CHECK(asked.speech()[0] != second);
}

TEST_CASE("captions without full stops are restored unless the episode or the site says no") {
  Asked asked(captions_of({bare_words}));
  CHECK(!asked.speech()[0]->spoken->restored.empty());
  asked.project.config.restore_punctuation = false;
  asked.memo.clear();
  CHECK(asked.speech()[0]->spoken->restored.empty());
  asked.records[0].transcript_settings.restore_punctuation = true;
  asked.memo.clear();
  CHECK(!asked.speech()[0]->spoken->restored.empty());
}

TEST_CASE(
    "a correction of config.yaml that nothing needs is reported, but not without transcripts") {
  Asked asked(captions_of({"We use pie torch.", "Goodbye."}));
  asked.project.config.corrections = {{"pie torch", "PyTorch", {}}, {"cattle", "Kaggle", {}}};
  Speech speech = asked.speech();
  report_unused_corrections(speech, asked.project.config.corrections, asked.diag);
  CHECK(lines_of(asked.diag) ==
        ": 'cattle' corrects nothing in any transcript [unused-correction]\n");
  Diagnostics silent;
  report_unused_corrections({nullptr, nullptr}, asked.project.config.corrections, silent);
  CHECK(lines_of(silent) == "");
}

}  // namespace kbgen
