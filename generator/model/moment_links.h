// Resolves links to moments: [[episode:x@4:51]], [[episode:x@4:51 "some words"]].
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "base/diagnostics.h"
#include "model/quotes.h"
#include "model/site.h"

namespace kbgen {

// The parts of a link to a moment, `x@4:51 "some words"`.
struct MomentTarget {
  std::string slug;
  std::string time;   // as written; empty: none
  std::string quote;  // without the quotation marks; empty: none
};

MomentTarget split_moment(std::string_view target);

// Finds moments. Keeps the words of each episode that is quoted, so it is not thread safe. `site`
// must outlive it.
class MomentLinks {
 public:
  // With `reports_doubts` a time at which nobody begins to speak is reported, too.
  explicit MomentLinks(const Site& site, bool reports_doubts = false)
      : site_(site), reports_doubts_(reports_doubts) {}

  // The fragment of the paragraph in which the time falls; with a quote, of the one in which it is
  // said, within half a minute of the time. Empty for a link to the whole episode, and after a
  // report of `no-such-moment`, `bad-time` or `quote-not-found`. Where one other time would put the
  // link right, the report has a fix. Doubts are reported as `moment-within-turn`.
  std::string find(EpisodeId episode, const MomentTarget& moment, Span span, Diagnostics& diag);

 private:
  std::string find_quote(const Episode& episode, const MomentTarget& moment,
                         std::optional<Timecode> time, Span span, Diagnostics& diag);
  static void report_far_quote(const SpokenText& spoken, const MomentTarget& moment,
                               std::vector<QuotePlace> said, Span span, Diagnostics& diag);
  static void report_doubt(const SpokenText& spoken, const MomentTarget& moment, Timecode time,
                           std::uint32_t paragraph, Span span, Diagnostics& diag);
  std::string where_else(const Episode& episode, const std::string& quote);
  const SpokenWords& words_of(const Episode& episode);

  const Site& site_;
  bool reports_doubts_;
  std::map<EpisodeId, SpokenWords> words_;
};

}  // namespace kbgen
