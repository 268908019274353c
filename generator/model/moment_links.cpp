#include "model/moment_links.h"

#include <algorithm>

#include "base/ascii.h"
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

// The offset at which a time stands as a word of its own in `text`; npos if it does not.
std::size_t find_time(std::string_view text, std::string_view time) {
  auto is_of_time = [](char c) { return is_digit(c) || c == ':'; };
  for (std::size_t at = text.find(time); at != text.npos; at = text.find(time, at + 1)) {
    std::size_t end = at + time.size();
    bool begins = at == 0 || !is_of_time(text[at - 1]);
    if (begins && (end == text.size() || !is_of_time(text[end]))) return at;
  }
  return text.npos;
}

// Adds a fix that puts another time behind the '@' of a link, and into the link's own words, if
// they name the time, too. Before the quotation only is the '@' searched, as a quotation may have
// one.
void fix_time(Diagnostic& diagnostic, Span span, const std::string& old_time, Timecode time) {
  std::string_view written = span.text();
  auto fix = [&](std::size_t at) {
    auto from = static_cast<std::uint32_t>(span.begin + at);
    Span place{span.file, from, from + static_cast<std::uint32_t>(old_time.size())};
    diagnostic.fixes.push_back(make_fix(place, format_timecode(time)));
  };
  std::size_t quote = written.find('"');
  std::size_t quote_end = quote == written.npos ? quote : written.find('"', quote + 1);
  std::size_t bar = written.find('|', quote_end == written.npos ? 0 : quote_end);
  std::string_view target = written.substr(0, std::min(quote, bar));
  std::size_t at = target.find('@');
  std::size_t begin = at == target.npos ? at : target.find(old_time, at + 1);
  if (begin == target.npos) return;
  fix(begin);
  std::string_view words = bar == written.npos ? "" : written.substr(bar);
  if (std::size_t word = find_time(words, old_time); word != words.npos) fix(bar + word);
}

// The times at which the places are, as a list: "0:10, 4:51 and 1:02:00".
std::string list_of_times(const SpokenText& spoken, const std::vector<QuotePlace>& places) {
  std::vector<std::string> times;
  for (const QuotePlace& place : places)
    if (std::optional<Timecode> time = time_near(spoken, place.paragraph))
      if (std::string text = format_timecode(*time); times.empty() || times.back() != text)
        times.push_back(std::move(text));
  std::string last = times.back();
  times.pop_back();
  return times.empty() ? last : join(times, ", ") + " and " + last;
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
  if (paragraph && reports_doubts_) report_doubt(spoken, moment, *time, *paragraph, span, diag);
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
  report_far_quote(spoken, moment, said, span, diag);
  return "";
}

// Reports a quotation that is said elsewhere. Which place is meant is sure only if there is one
// whose words are the most similar.
void MomentLinks::report_far_quote(const SpokenText& spoken, const MomentTarget& moment,
                                   std::vector<QuotePlace> said, Span span, Diagnostics& diag) {
  double least = std::ranges::min_element(said, {}, &QuotePlace::cost)->cost;
  std::erase_if(said, [&](const QuotePlace& place) { return place.cost > least; });
  std::string times = list_of_times(spoken, said);
  bool is_sure = times.find(' ') == times.npos;
  Diagnostic& report = diag.error(
      "quote-not-found", span, "\"" + moment.quote + "\" is not said near " + moment.time,
      "it is said at " + times +
          (is_sure ? "; `kbgen check --fix` puts that in" : "; write the time that is meant"));
  if (is_sure) fix_time(report, span, moment.time, *time_near(spoken, said.front().paragraph));
}

// Reports a time at which nobody begins to speak: most such times were taken from a player by hand.
void MomentLinks::report_doubt(const SpokenText& spoken, const MomentTarget& moment, Timecode time,
                               std::uint32_t paragraph, Span span, Diagnostics& diag) {
  constexpr std::int64_t soon = 3;  // seconds
  const std::vector<Cue>& cues = spoken.transcript.cues;
  auto begins_at = [&](std::int64_t seconds) {
    return std::ranges::any_of(
        cues, [&](const Cue& cue) { return cue.start && cue.start->seconds() == seconds; });
  };
  if (begins_at(time.seconds())) return;
  std::string message = "nobody begins to speak at " + moment.time;
  for (std::int64_t later = 1; later <= soon; ++later) {
    if (!begins_at(time.seconds() + later)) continue;
    Timecode next{(time.seconds() + later) * 1000};
    Diagnostic& report =
        diag.warning("moment-within-turn", span, message,
                     "somebody does at " + format_timecode(next) + ": is that the place?");
    fix_time(report, span, moment.time, next);
    return;
  }
  diag.warning("moment-within-turn", span, message,
               "the link leads to the paragraph that began at " +
                   format_timecode(*time_near(spoken, paragraph)) +
                   "; words in quotation marks behind the time say which place is meant");
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
