// Checks transcripts for long silences, headings without words below them, turns without the time
// or speaker that the others have, words that come twice, and words that nobody understood.
// Problems of single cues, such as times that go back, are reported when a transcript is read
// (formats/).

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/ascii.h"
#include "base/disk.h"
#include "base/parallel.h"
#include "base/text.h"
#include "formats/transcript_file.h"
#include "model/check.h"

namespace kbgen {

namespace {

// Reports problems at their places in a transcript's file. To save memory, parsing does not keep
// the file, so it is read again for the first report.
class TranscriptReport {
 public:
  TranscriptReport(std::string path, Diagnostics& diag) : path_(std::move(path)), diag_(diag) {}

  // Reports at the first `words` behind the beginning of the line, or at the line if they are not
  // near.
  void warning(std::string_view code, std::uint32_t line, std::string_view words,
               std::string message, std::string help) {
    constexpr std::size_t most = 10;  // of one code and file; the next run shows others
    std::size_t count = ++counts_[std::string(code)];
    if (count > most) return;
    if (count == most) help += "; this file has more of them";
    Span place = find(line, words);
    if (place)
      diag_.warning(code, place, std::move(message), std::move(help));
    else
      diag_.warning(code, path_, std::move(message), std::move(help));
  }

  // How many '#' the heading on this line has in Markdown; 0 in other files.
  std::size_t level_of(std::uint32_t line) {
    Span place = find(line, "");
    return place ? std::min(place.text().find_first_not_of('#'), place.text().size()) : 0;
  }

 private:
  Span find(std::uint32_t line, std::string_view words) {
    if (line_starts_.empty()) read();
    if (line == 0 || line > line_starts_.size()) return {};
    std::uint32_t begin = line_starts_[line - 1];
    std::string_view rest = std::string_view(file_.text).substr(begin);
    constexpr std::size_t near = 10'000;
    std::size_t at = words.empty() ? rest.npos : rest.substr(0, near).find(words);
    std::size_t length = words.size();
    if (at == rest.npos) {
      at = 0;
      length = std::min(rest.find('\n'), rest.size());
    }
    auto first = static_cast<std::uint32_t>(begin + at);
    return {&file_, first, static_cast<std::uint32_t>(first + length)};
  }

  void read() {
    Diagnostics reported_before;
    file_ = decode_transcript(path_, read_file(path_, diag_).value_or(""), reported_before)
                .value_or(SourceFile{path_, ""});
    line_starts_.push_back(0);
    for (std::uint32_t i = 0; i < file_.text.size(); ++i)
      if (file_.text[i] == '\n') line_starts_.push_back(i + 1);
  }

  std::string path_;
  Diagnostics& diag_;
  SourceFile file_;
  std::vector<std::uint32_t> line_starts_;
  std::map<std::string, std::size_t> counts_;
};

// Reports `long-gap` for five minutes in which nobody speaks, which are probably missing. A cue
// without an end is taken to last as long as a slow speaker needs for its words.
void report_gaps(const SpokenText& spoken, TranscriptReport& report) {
  constexpr std::int64_t longest = 5 * 60'000, slow_word = 750;  // milliseconds
  std::optional<Timecode> known;  // by when everything so far was said
  for (const Cue& cue : spoken.transcript.cues) {
    if (known && cue.start && cue.start->ms - known->ms > longest)
      report.warning(
          "long-gap", cue.line, "",
          fmt::format("nothing is said for {} minutes before {}",
                      (cue.start->ms - known->ms) / 60'000, format_timecode(*cue.start)),
          "if something was said, it is missing here; else see whether this time is right");
    if (cue.start) known = cue.start;
    if (!known) continue;
    auto words = static_cast<std::int64_t>(count_words(spoken.transcript.text_of(cue)));
    known->ms += words * slow_word;
    if (cue.end) known = cue.end;
  }
}

// Reports a heading below which nothing is said before the next one of its level or of a higher
// one.
void report_empty_headings(const SpokenText& spoken, TranscriptReport& report) {
  const std::vector<Paragraph>& paragraphs = spoken.layout.paragraphs;
  auto is_heading = [](const Paragraph& one) { return one.kind == Cue::Kind::heading; };
  for (auto at = paragraphs.begin(); at != paragraphs.end(); ++at) {
    auto next = std::next(at);
    if (!is_heading(*at) || (next != paragraphs.end() && !is_heading(*next))) continue;
    bool has_parts =
        next != paragraphs.end() && report.level_of(next->line) > report.level_of(at->line);
    std::string_view title = spoken.text_of(at->text);
    if (!has_parts)
      report.warning("empty-chapter", at->line, title,
                     fmt::format("nothing is said below the heading '{}'", title),
                     "drop it, or put it where its part begins");
  }
}

// Reports turns without something that at least four of five turns have. Where fewer have it, but
// at least one of five, the file as a whole is reported: it was mended halfway, or read wrongly.
template <class Has>
void report_turns(const SpokenText& spoken, Has has, std::string_view code, std::string_view what,
                  const char* help, TranscriptReport& report) {
  constexpr std::size_t fewest = 5;
  std::vector<const Turn*> without;
  std::size_t spoken_turns = 0;
  for (const Turn& turn : spoken.layout.turns) {
    if (spoken.layout.paragraphs[turn.first_paragraph].kind == Cue::Kind::heading) continue;
    ++spoken_turns;
    if (!has(turn)) without.push_back(&turn);
  }
  // Of a file that is all right otherwise the first turn is often a remark about the transcript.
  bool is_remark = !without.empty() && without.front() == &spoken.layout.turns.front();
  if (is_remark && without.size() == 1) return;
  const std::size_t with = spoken_turns - without.size();
  if (spoken_turns < fewest || without.empty() || with * 5 < spoken_turns) return;
  if ((without.size() - is_remark) * 5 > spoken_turns) {
    report.warning(code, spoken.layout.paragraphs[without.front()->first_paragraph].line, "",
                   fmt::format("{} of {} turns have no {}; this is the first", without.size(),
                               spoken_turns, what),
                   help);
    return;
  }
  if (is_remark) without.erase(without.begin());
  for (const Turn* turn : without)
    report.warning(code, spoken.layout.paragraphs[turn->first_paragraph].line, "",
                   fmt::format("this turn has no {}, as {} of {} have", what, with, spoken_turns),
                   help);
}

std::string letters_alone(std::string_view text) {
  std::string letters = lower(text);
  std::erase_if(letters, [](char c) {
    auto byte = static_cast<unsigned char>(c);
    return byte < 0x80 && !is_ascii_lower(c) && !is_digit(c);
  });
  return letters;
}

// Reports a paragraph that comes twice, as when it was pasted twice.
void report_repeated_paragraphs(const SpokenText& spoken, TranscriptReport& report) {
  constexpr std::size_t fewest_words = 12;  // "Thank you so much for coming" is said twice
  std::unordered_map<std::string, std::uint32_t> first_lines;
  for (const Paragraph& paragraph : spoken.layout.paragraphs) {
    std::string_view text = spoken.text_of(paragraph.text);
    if (count_words(text) < fewest_words) continue;
    auto [first, is_new] = first_lines.emplace(letters_alone(text), paragraph.line);
    if (!is_new)
      report.warning("repeated-paragraph", paragraph.line, "",
                     fmt::format("this paragraph stands on line {} already", first->second),
                     "drop one of them, unless it was said twice");
  }
}

// Reports words that come several times in a row, as speech recognition makes them of music and
// silence.
void report_loops(const SpokenText& spoken, TranscriptReport& report) {
  constexpr std::size_t fewest = 4;
  const std::vector<Cue>& cues = spoken.transcript.cues;
  for (std::size_t i = 0; i < cues.size();) {
    std::string said = letters_alone(spoken.transcript.text_of(cues[i]));
    std::size_t end = i + 1;
    while (end < cues.size() && spoken.transcript.text_of(cues[end]).size() < 2 * said.size() + 8 &&
           letters_alone(spoken.transcript.text_of(cues[end])) == said)
      ++end;
    if (end - i >= fewest && !said.empty())
      report.warning("repeated-paragraph", cues[i].line, "",
                     fmt::format("the same words come {} times in a row", end - i),
                     "speech recognition does this in music and silence; drop what was not said");
    i = end;
  }
}

// The mark with which `text` begins ("[inaudible 0:12:03]", "???"); empty if it begins with none.
std::string_view unintelligible_mark(std::string_view text) {
  static constexpr std::array<std::string_view, 6> marks = {
      "inaudible", "unintelligible", "indistinct", "unclear", "indecipherable", "incomprehensible"};
  if (text.starts_with("???")) return text.substr(0, 3);
  if (text.front() == '?') return {};
  std::string_view inside = text.substr(1, 40);
  char close = text.front() == '[' ? ']' : ')';
  std::size_t end = inside.find(close);
  if (end == inside.npos) return {};
  std::string word = lower_ascii(trim(inside.substr(0, end)));
  bool is_mark = word == "?" || word == "??" ||
                 std::ranges::any_of(marks, [&](auto mark) { return word.starts_with(mark); });
  return is_mark ? text.substr(0, end + 2) : std::string_view();
}

void report_unintelligible(const SpokenText& spoken, TranscriptReport& report) {
  const std::string& text = spoken.transcript.text;
  const std::vector<Cue>& cues = spoken.transcript.cues;
  for (std::size_t at = text.find_first_of("[(?"); at != text.npos;
       at = text.find_first_of("[(?", at + 1)) {
    std::string_view mark = unintelligible_mark(std::string_view(text).substr(at));
    if (mark.empty()) continue;
    auto cue = std::ranges::upper_bound(cues, at, {}, [](const Cue& c) { return c.text.end; });
    if (cue == cues.end()) break;
    report.warning("unintelligible", cue->line, mark, "words are missing here",
                   "listen again, and write what was said");
    at += mark.size() - 1;
  }
}

void check_transcript(const Episode& episode, const std::string& root,
                      const std::set<std::string>& with_bad_times, Diagnostics& diag) {
  const SpokenText& spoken = *episode.spoken;
  std::string path = join_path(root, spoken.source_path);
  TranscriptReport report(path, diag);
  report_gaps(spoken, report);
  report_empty_headings(spoken, report);
  // A turn may lack its time because the time was unusable, which is reported already.
  if (!with_bad_times.contains(path))
    report_turns(
        spoken, [](const Turn& turn) { return turn.start.has_value(); }, "turn-without-time",
        "time", "without one nobody can link to it or play it", report);
  report_turns(
      spoken, [](const Turn& turn) { return turn.speaker >= 0; }, "turn-without-speaker", "speaker",
      "write who speaks before the words, as the others have it", report);
  report_repeated_paragraphs(spoken, report);
  report_loops(spoken, report);
  report_unintelligible(spoken, report);
}

}  // namespace

void check_transcripts(const Knowledge& known, Diagnostics& diag) {
  std::set<std::string> with_bad_times;
  for (const Diagnostic& d : diag.all())
    if (d.code == "time-goes-back" || d.code == "bad-cue-times")
      with_bad_times.insert(d.where.path);
  parallel_map(known.site.episodes.rows(), diag, [&](const Episode& episode, Diagnostics& mine) {
    if (episode.spoken) check_transcript(episode, known.project->root, with_bad_times, mine);
    return 0;
  });
}

}  // namespace kbgen
