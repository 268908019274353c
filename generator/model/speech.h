// Makes what pages show of the transcripts of all episodes: corrected, in paragraphs, with ids of
// moments that stay as they were published.
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

// The transcript of one episode as its page shows it, and what it was made of.
struct MadeSpoken {
  std::shared_ptr<const Transcript> transcript;  // as parsed; null if nothing is remembered
  std::shared_ptr<const SpokenText> spoken;
  std::vector<std::uint32_t> correction_uses;  // by rule of config.yaml: how often it was used
  std::string restored_by;                     // digest of the guide; empty: nothing was restored
};
using SpokenMemo = Memo<MadeSpoken>;

// The transcripts of all episodes in the order of the site; null for an episode without one.
using Speech = std::vector<std::shared_ptr<const MadeSpoken>>;

// The published moments of an episode's page and of the pages whose place it took. An id of another
// page gets that page's path in front; it is listed alone, too, if this page has no such id.
std::vector<PublishedFragment> published_for(const Site& site, const Episode& episode,
                                             const Lock& lock);

// Makes what each episode's page shows of its transcript. `records` and `speakers` are in the order
// of site.episodes, and so is the result, which is empty if the work was stopped. `memo` may only
// be used again with the same Project and lock. Reports `unused-correction` for rules of episodes.
Speech speech_of(const Site& site, const std::vector<EpisodeRecord>& records,
                 const std::vector<std::vector<Speaker>>& speakers, const Project& project,
                 const Lock& lock, SpokenMemo& memo, Diagnostics& diag);

// Reports `unused-correction` for a rule of config.yaml that corrects nothing, unless there are no
// transcripts at all.
void report_unused_corrections(const Speech& speech, const std::vector<CorrectionRule>& rules,
                               Diagnostics& diag);

}  // namespace kbgen
