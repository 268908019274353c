// Links to moments: [[episode:x@4:51]], [[episode:x@4:51 "some words"]].
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "base/diagnostics.h"
#include "model/quotes.h"
#include "model/site.h"

namespace kbgen {

// `x@4:51 "some words"` taken apart.
struct MomentTarget {
  std::string slug;
  std::string time;  // as written; empty: none
  std::string quote;
};

MomentTarget split_moment(std::string_view target);

// Resolves them; keeps the words of each episode that is quoted.
class MomentLinks {
 public:
  explicit MomentLinks(const Site& site) : site_(site) {}

  // The fragment of the paragraph: of a time, the one in which it falls; of a
  // quote, the one in which it is said within half a minute of the time. Empty
  // for the episode itself, and after a report: `no-such-moment`, `bad-time`,
  // `quote-not-found`. What can be put right by another time carries a fix.
  std::string find(EpisodeId episode, const MomentTarget& moment, Span span, Diagnostics& diag);

 private:
  std::string find_quote(const Episode& episode, const MomentTarget& moment,
                         std::optional<Timecode> time, Span span, Diagnostics& diag);
  std::string where_else(const Episode& episode, const std::string& quote);
  const SpokenWords& words_of(const Episode& episode);

  const Site& site_;
  std::map<EpisodeId, SpokenWords> words_;
};

}  // namespace kbgen
