#include "model/moment_links.h"

#include <algorithm>

#include "base/text.h"
#include "model/spoken.h"

namespace kbgen {

namespace {

// When a paragraph ends: at the end of its last cue, else at the next start of a cue behind it.
std::optional<Timecode> end_of(const SpokenText& spoken, std::uint32_t paragraph) {
  const std::vector<Cue>& cues = spoken.transcript.cues;
  std::uint32_t end = spoken.layout.paragraphs[paragraph].text.end;
  auto after =
      std::ranges::lower_bound(cues, end, {}, [](const Cue& cue) { return cue.text.begin; });
  if (after != cues.begin() && std::prev(after)->end) return std::prev(after)->end;
  for (; after != cues.end(); ++after)
    if (after->start) return after->start;
  return std::nullopt;
}

// How far a time is from a paragraph, in milliseconds; 0 inside it.
std::int64_t distance(const SpokenText& spoken, std::uint32_t paragraph, Timecode time) {
  std::optional<Timecode> begin = time_near(spoken, paragraph);
  if (!begin) return 0;
  std::optional<Timecode> end = end_of(spoken, paragraph);
  if (time < *begin) return begin->ms - time.ms;
  return end && time > *end ? time.ms - end->ms : 0;
}

// Adds a fix that puts another time behind the '@' of a link. Only the part before the quotation is
// searched, which may have an '@', too.
void fix_time(Diagnostic& diagnostic, Span span, const std::string& old_time, Timecode time) {
  std::string_view written = span.text();
  std::size_t at = written.substr(0, written.find('"')).find('@');
  if (at == written.npos) return;
  std::size_t begin = written.find(old_time, at + 1);
  if (begin == written.npos) return;
  auto from = static_cast<std::uint32_t>(span.begin + begin);
  diagnostic.fixes = {
      make_fix({span.file, from, from + static_cast<std::uint32_t>(old_time.size())},
               format_timecode(time))};
}

}  // namespace

MomentTarget split_moment(std::string_view target) {
  MomentTarget moment;
  if (std::size_t quote = target.find('"'); quote != target.npos) {
    std::size_t end = target.rfind('"');
    moment.quote = target.substr(quote + 1, end > quote ? end - quote - 1 : target.npos);
    target = trim(target.substr(0, quote));
  }
  std::size_t at = target.find('@');
  moment.slug = trim(target.substr(0, at));
  if (at != target.npos) moment.time = trim(target.substr(at + 1));
  return moment;
}

const SpokenWords& MomentLinks::words_of(const Episode& episode) {
  return words_.try_emplace(episode.id, *episode.spoken).first->second;
}

std::string MomentLinks::find(EpisodeId id, const MomentTarget& moment, Span span,
                              Diagnostics& diag) {
  const Episode& episode = site_.episodes[id];
  if (moment.time.empty() && moment.quote.empty()) return "";
  if (!episode.spoken) {
    diag.error("no-such-moment", span,
               "'" + episode.slug + "' has no transcript, so no moments to link to");
    return "";
  }
  const SpokenText& spoken = *episode.spoken;
  std::optional<Timecode> time = parse_timecode(moment.time);
  if (!time && !moment.time.empty()) {
    diag.error("bad-time", span, "'" + moment.time + "' is not a time",
               "write it as 45, 4:51 or 1:02:03");
    return "";
  }
  if (!moment.quote.empty()) return find_quote(episode, moment, time, span, diag);
  bool too_late = spoken.duration && *time > *spoken.duration;
  std::optional<std::uint32_t> paragraph = too_late ? std::nullopt : paragraph_at(spoken, *time);
  if (paragraph) return spoken.fragments[*paragraph];
  diag.error("no-such-moment", span, "there is no " + moment.time + " in '" + episode.slug + "'",
             too_late ? "its transcript ends at " + format_timecode(*spoken.duration)
                      : "its transcript has no times");
  return "";
}

std::string MomentLinks::find_quote(const Episode& episode, const MomentTarget& moment,
                                    std::optional<Timecode> time, Span span, Diagnostics& diag) {
  constexpr std::int64_t near_ms = 30'000;
  const SpokenText& spoken = *episode.spoken;
  std::vector<QuotePlace> said = words_of(episode).find(moment.quote);
  if (said.empty()) {
    diag.error("quote-not-found", span,
               "nobody says \"" + moment.quote + "\" in '" + episode.slug + "'",
               where_else(episode, moment.quote));
    return "";
  }
  auto far_from_time = [&](const QuotePlace& place) {
    return time ? distance(spoken, place.paragraph, *time) : 0;
  };
  std::uint32_t nearest = std::ranges::min_element(said, {}, far_from_time)->paragraph;
  if (!time || distance(spoken, nearest, *time) <= near_ms) return spoken.fragments[nearest];
  Timecode there = *time_near(spoken, nearest);
  Diagnostic& report = diag.error(
      "quote-not-found", span, "\"" + moment.quote + "\" is not said near " + moment.time,
      "it is said at " + format_timecode(there) + "; `kbgen check --fix` puts that in");
  fix_time(report, span, moment.time, there);
  return "";
}

// The help for a quote that is not in the episode: where it is said in another one, or the most
// similar words in this one.
std::string MomentLinks::where_else(const Episode& episode, const std::string& quote) {
  auto at = [&](const Episode& there, std::uint32_t paragraph) {
    std::optional<Timecode> time = time_near(*there.spoken, paragraph);
    return time ? "@" + format_timecode(*time) : "";
  };
  for (const Episode& other : site_.episodes) {
    if (other.id == episode.id || !other.spoken) continue;
    std::vector<QuotePlace> said = words_of(other).find_exactly(quote);
    if (!said.empty())
      return "it is said in [[episode:" + other.slug + at(other, said.front().paragraph) + "]]";
  }
  std::optional<QuotePlace> like = words_of(episode).closest(quote);
  if (!like) return "";
  return "the most similar words there are \"" + like->words + "\", in [[episode:" + episode.slug +
         at(episode, like->paragraph) + "]]";
}

}  // namespace kbgen
