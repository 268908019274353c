// Finds stock speech: sentences that are said word for word in many episodes, such as
// advertisements and greetings, and whatever `boilerplate` of config.yaml names. Pages quote it
// once, and it counts for nobody.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "base/diagnostics.h"
#include "base/memo.h"
#include "model/site.h"

namespace kbgen {

// A sentence or phrase of stock speech in one episode.
struct StockRange {
  TextRange text;             // in the episode's transcript
  std::uint32_t repeats = 0;  // number of other episodes that have the same words
  bool is_quoted = false;     // pages quote the first one in the newest episode that has it
};

struct StockSpeech {
  std::vector<std::vector<StockRange>> of_episode;  // ascending; none overlaps another
  std::vector<std::uint32_t> uses;                  // of each entry of Site::boilerplate

  // The stock speech of an episode in which a range of its text begins; null if there is none.
  const StockRange* find(EpisodeId episode, TextRange text) const;
};

// A run of sentences that is long enough to be the same in two episodes on purpose: one sentence,
// or a short one with those behind it.
struct SentenceRun {
  TextRange text;
  std::uint64_t digest = 0;  // of its words, whatever their case and punctuation
};

struct SentenceRuns {
  std::shared_ptr<const SpokenText> spoken;  // from which it follows
  std::vector<SentenceRun> runs;             // by place
};
using SentenceRunsMemo = Memo<SentenceRuns>;

// The stock speech of all episodes. `counts` says by episode whether it counts: a sentence is not
// said again because it is also said in a translation.
StockSpeech find_stock_speech(const Site& site, const std::vector<bool>& counts,
                              SentenceRunsMemo& memo, Diagnostics& diag);

}  // namespace kbgen
