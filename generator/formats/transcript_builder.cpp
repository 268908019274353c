#include "formats/transcript_builder.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/character_references.h"
#include "base/controls.h"
#include "base/text.h"
#include "formats/joining.h"

namespace kbgen {

// Whether words end at this character. Control characters part words as white space
// does, because no export could carry them.
static bool parts_words(char c) {
  auto byte = static_cast<unsigned char>(c);
  return byte <= ' ' || byte == 0x7F;
}

// Replaces each character reference in `text`, and moves `marks` with their words.
// False if there was none.
static bool resolve_references(std::string& text, std::vector<Mark>& marks) {
  std::string out;
  std::vector<std::uint32_t> moved;
  bool is_any = false;
  for (std::size_t at = 0; at < text.size();) {
    auto begin = static_cast<std::uint32_t>(out.size());
    std::size_t before = at;
    std::string_view rest = std::string_view(text).substr(at);
    bool is_taken = take_character_reference(rest, out);
    at = text.size() - rest.size();
    if (!is_taken) {
      out += text[at++];
    } else if (out.ends_with('&')) {
      // This '&' may begin another reference: "&amp;#39;".
      out.pop_back();
      text[--at] = '&';
    }
    is_any |= is_taken;
    if (!marks.empty()) moved.insert(moved.end(), at - before, begin);
  }
  moved.push_back(static_cast<std::uint32_t>(out.size()));
  if (!is_any) return false;
  for (Mark& mark : marks)
    mark.text = {moved[std::min<std::size_t>(mark.text.begin, text.size())],
                 moved[std::min<std::size_t>(mark.text.end, text.size())]};
  text = std::move(out);
  return true;
}

// Replaces references until none is left. Speech recognition and video sites write
// "we&#39;ve", some of them "we&amp;#39;ve", and nobody says a character reference.
static void resolve_all_references(std::string& text, std::vector<Mark>& marks) {
  constexpr int most = 8;  // "&am&#112;;" may go on for ever
  for (int i = 0; i < most && text.find('&') != text.npos; ++i)
    if (!resolve_references(text, marks)) return;
}

std::int32_t TranscriptBuilder::speaker_index(std::string_view label) {
  std::string name(label);
  std::vector<Mark> none;
  resolve_all_references(name, none);
  name = without_controls(std::move(name));
  std::ranges::replace_if(name, parts_words, ' ');
  name = collapse_space(trim(name));
  if (name.empty()) return -1;
  auto next = static_cast<std::int32_t>(transcript_.speakers.size());
  auto [known, is_new] = speaker_indexes_.try_emplace(name, next);
  if (is_new) transcript_.speakers.push_back(std::move(name));
  return known->second;
}

// Whether `text` has no other white space than single spaces between its words. Most
// text has none, and is then copied in one piece instead of word by word.
static bool is_collapsed(std::string_view text) {
  char before = ' ';
  for (char c : text) {
    auto byte = static_cast<unsigned char>(c);
    bool is_plain = byte > ' ' && byte < 0x7F;
    // A word that begins or ends beyond ASCII may do so with an invisible space.
    bool is_inside = byte >= 0x80 && before != ' ';
    bool is_single_space = byte == ' ' && before > ' ';
    if (!is_plain && !is_inside && !is_single_space) return false;
    before = c;
  }
  return before > ' ';
}

// Whether a label is that of the latest cue.
bool TranscriptBuilder::is_last_speaker(std::string_view label) {
  return speaker_index(label) == transcript_.cues.back().speaker;
}

// Appends the words of `text` to the transcript, with single spaces between them, and
// adds `marks` where their words are now.
void TranscriptBuilder::append_words(std::string_view text, const std::vector<Mark>& marks) {
  if (marks.empty() && is_collapsed(text)) {
    transcript_.text += text;
    return;
  }
  std::string& out = transcript_.text;
  std::size_t first_byte = out.size();
  std::vector<std::uint32_t> moved(marks.empty() ? 0 : text.size() + 1);  // offsets in `out`
  std::size_t i = 0, known = 0;
  while (i < text.size()) {
    std::size_t end = i;
    while (end < text.size() && !parts_words(text[end])) ++end;
    // Invisible spaces at either end of a word are no part of it.
    std::string_view word = trim(text.substr(i, end - i));
    if (!word.empty()) {
      if (out.size() > first_byte) out += ' ';
      auto begin = static_cast<std::size_t>(word.data() - text.data());
      if (!moved.empty()) {
        for (; known < begin; ++known) moved[known] = static_cast<std::uint32_t>(out.size());
        for (; known < begin + word.size(); ++known)
          moved[known] = static_cast<std::uint32_t>(out.size() + known - begin);
      }
      out += word;
    }
    i = end + 1;
  }
  for (; known < moved.size(); ++known) moved[known] = static_cast<std::uint32_t>(out.size());
  for (const Mark& mark : marks) {
    TextRange range{moved[std::min<std::size_t>(mark.text.begin, text.size())],
                    moved[std::min<std::size_t>(mark.text.end, text.size())]};
    while (range.end > range.begin && out[range.end - 1] == ' ') --range.end;
    if (range.begin < range.end) transcript_.marks.push_back({mark.kind, range, mark.url});
  }
}

bool TranscriptBuilder::add(const NewCue& cue, const std::vector<Mark>& marks) {
  bool has_reference = cue.text.find('&') != cue.text.npos;
  // Escapes of JSON and character references can write characters that no file holds.
  if (!has_reference && first_control(cue.text) == cue.text.size()) return add_clean(cue, marks);
  std::string text(cue.text);
  std::vector<Mark> moved = marks;
  resolve_all_references(text, moved);
  text = without_controls(std::move(text));
  NewCue clean = cue;
  clean.text = text;
  return add_clean(clean, moved);
}

// Whether the last words, from `begin` on, are those of the cue before them, and both are headings.
static bool repeats_heading(const Transcript& transcript, Cue::Kind kind, std::uint32_t begin) {
  if (kind != Cue::Kind::heading || transcript.cues.empty()) return false;
  const Cue& last = transcript.cues.back();
  return last.kind == kind &&
         transcript.text_of(last) == std::string_view(transcript.text).substr(begin);
}

bool TranscriptBuilder::add_clean(const NewCue& cue, const std::vector<Mark>& marks) {
  if (trim(cue.text).empty()) return false;
  std::string& text = transcript_.text;
  std::size_t before = text.size();
  bool goes_on = !transcript_.cues.empty() && cue.opens == Cue::Opens::nothing &&
                 cue.kind == transcript_.cues.back().kind && is_last_speaker(cue.speaker);
  bool is_joined = goes_on && joins_without_space(text, trim_left(cue.text));
  if (!transcript_.cues.empty() && !is_joined) text += '\n';
  auto begin = static_cast<std::uint32_t>(text.size());
  append_words(cue.text, marks);
  auto end = static_cast<std::uint32_t>(text.size());
  if (begin == end) {
    text.resize(before);
    return false;
  }

  if (repeats_heading(transcript_, cue.kind, begin)) {
    if (cue.where)
      diag_->warning("repeated-chapter", cue.where, "this heading stands right above itself",
                     "drop one of the two");
    text.resize(before);
    std::erase_if(transcript_.marks, [&](const Mark& mark) { return mark.text.begin >= begin; });
    return false;
  }

  Cue added{cue.start, cue.end, speaker_index(cue.speaker), {begin, end}, cue.line,
            cue.opens, cue.kind};
  if (added.end && (!added.start || *added.end < *added.start)) {
    if (added.start)
      diag_->warning("bad-cue-times", cue.where,
                     fmt::format("this ends at {}, before it begins at {}",
                                 format_timecode(*added.end), format_timecode(*added.start)),
                     "the end was left out");
    added.end.reset();
  }
  transcript_.cues.push_back(added);
  places_.push_back(cue.where);
  return true;
}

void TranscriptBuilder::explain(std::string_view label, std::string_view meaning) {
  auto clean = [](std::string_view text) {
    return collapse_space(without_controls(std::string(text)));
  };
  transcript_.legend.push_back({clean(label), clean(meaning)});
}

// Chooses which of `times` stay: as few as possible are dropped so that the rest never
// runs back, which is the longest non-decreasing subsequence. One wrong time then
// costs one time, whether it is too early or too late. The search goes from the end,
// so that of two equally long the earlier words keep their time.
static std::vector<bool> times_in_order(const std::vector<Timecode>& times) {
  constexpr auto none = static_cast<std::size_t>(-1);
  std::vector<std::size_t> tails;  // tails[n]: begins the best run of n + 1 times
  std::vector<std::size_t> follower(times.size(), none);
  for (std::size_t i = times.size(); i-- > 0;) {
    auto place = std::upper_bound(tails.begin(), tails.end(), times[i],
                                  [&](Timecode t, std::size_t tail) { return times[tail] < t; });
    if (place != tails.begin()) follower[i] = *(place - 1);
    if (place == tails.end())
      tails.push_back(i);
    else
      *place = i;
  }
  std::vector<bool> stays(times.size(), false);
  for (std::size_t i = tails.empty() ? none : tails.back(); i != none; i = follower[i])
    stays[i] = true;
  return stays;
}

void TranscriptBuilder::drop_times_that_run_back() {
  std::vector<std::size_t> timed;
  std::vector<Timecode> times;
  for (std::size_t i = 0; i < transcript_.cues.size(); ++i) {
    if (!transcript_.cues[i].start) continue;
    timed.push_back(i);
    times.push_back(*transcript_.cues[i].start);
  }
  if (std::ranges::is_sorted(times)) return;
  std::vector<bool> stays = times_in_order(times);
  for (std::size_t i = 0; i < timed.size(); ++i) {
    if (stays[i]) continue;
    std::size_t first = i;
    while (i + 1 < timed.size() && !stays[i + 1]) ++i;
    for (std::size_t k = first; k <= i; ++k) {
      transcript_.cues[timed[k]].start.reset();
      transcript_.cues[timed[k]].end.reset();
    }
    // A second recording in the same file runs back once, not once a line.
    std::string more = i > first ? fmt::format(", as do the {} after it", i - first) : "";
    diag_->warning(
        "time-goes-back", places_[timed[first]],
        fmt::format("{} does not fit the times around it{}", format_timecode(times[first]), more),
        "the words are kept, without a time");
  }
}

Transcript TranscriptBuilder::finish() && {
  drop_times_that_run_back();
  return std::move(transcript_);
}

}  // namespace kbgen
