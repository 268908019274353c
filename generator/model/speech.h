// What was said in every episode: transcripts corrected, in paragraphs, with
// addresses of moments that stay as they were published.
#pragma once

#include <memory>
#include <vector>

#include "base/diagnostics.h"
#include "base/memo.h"
#include "content/project.h"
#include "model/site.h"
#include "permalinks/lock.h"

namespace kbgen {

struct EpisodeRecord;

// What was said in one episode, and what it was made of.
struct MadeSpoken {
  std::shared_ptr<const Transcript> transcript;  // null: nothing is remembered
  std::shared_ptr<const SpokenText> spoken;
  std::vector<std::uint32_t> correction_uses;  // of those of config.yaml
};
using SpokenMemo = Memo<MadeSpoken>;

// One an episode, in the order of the site; null for one without a transcript.
using Speech = std::vector<std::shared_ptr<const MadeSpoken>>;

// Makes what each episode's page shows of its transcript. `records` and `speakers` are in the order
// of site.episodes, and so is the result, which is empty where the work was stopped. A memory is
// good for one Project and one lock.
Speech speech_of(const Site& site, const std::vector<EpisodeRecord>& records,
                 const std::vector<std::vector<Speaker>>& speakers, const Project& project,
                 const Lock& lock, SpokenMemo& memo, Diagnostics& diag);

// Reports `unused-correction` for a rule of config.yaml that corrects nothing,
// unless nothing was said at all.
void report_unused_corrections(const Speech& speech, const std::vector<CorrectionRule>& rules,
                               Diagnostics& diag);

}  // namespace kbgen
