// WebVTT (https://www.w3.org/TR/webvtt1/), and what is found in its place:
// voices as `<v Name>`, as "Name: text" (Zoom) or as dashes, and the rolling
// captions of YouTube, where each cue repeats the last line of the one before.
#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "formats/cue_speech.h"
#include "formats/evidence.h"
#include "formats/timed_pieces.h"
#include "formats/transcript_format.h"

namespace kbgen {

// This comment in our export says that its times are no times of the recording.
static constexpr std::string_view estimated =
    "NOTE These times are estimated from the number of words.";

static bool begins_webvtt(std::string_view line) {
  return line.starts_with("WEBVTT") && trim(line.substr(6, 1)).empty();
}

static bool has_webvtt_header(std::string_view text) {
  return begins_webvtt(text.substr(std::min(text.find_first_not_of('\n'), text.size())));
}

static Fit looks_like_webvtt(const FormatEvidence& evidence) {
  return has_webvtt_header(evidence.text) ? Fit::certain : Fit::none;
}

// Whether our comment about estimated times stands before the first cue. Anywhere else
// it says nothing.
static bool begins_with_estimates(std::string_view text) {
  return text.substr(0, text.find("-->")).find(estimated) != text.npos;
}

static std::string words_of(std::string_view line) {
  std::string words;
  for (const CuePart& part : read_cue_line(line, 0, CueMarkup::webvtt)) words += part.text;
  return collapse_space(trim(words));
}

using Shown = std::vector<std::string>;  // the lines of a cue, as words

// Counts the first lines of `now` that were the last lines of `before`.
static std::size_t repeated_lines(const Shown& before, const Shown& now) {
  std::size_t most = std::min(before.size(), now.size());
  for (std::size_t n = most; n > 0; --n)
    if (std::equal(now.begin(), now.begin() + static_cast<std::ptrdiff_t>(n),
                   before.end() - static_cast<std::ptrdiff_t>(n)))
      return n;
  return 0;
}

// Captions roll when cues of several lines keep beginning with the line that
// stood last. A speaker who says the same words twice fills whole cues.
static bool captions_roll(const std::vector<Shown>& shown, bool has_word_times) {
  std::size_t repeats = 0, several = 0;
  for (std::size_t i = 1; i < shown.size(); ++i) {
    if (shown[i].size() < 2) continue;
    ++several;
    if (repeated_lines(shown[i - 1], shown[i]) > 0) ++repeats;
  }
  return repeats > 0 && repeats * 2 >= several && (has_word_times || repeats >= 2);
}

static void drop_repeated_lines(std::vector<CueBlock>& blocks, bool has_word_times) {
  if (std::ranges::none_of(blocks, [](const CueBlock& block) { return block.lines.size() > 1; }))
    return;
  std::vector<Shown> shown(blocks.size());
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    for (const CueBlock::Line& line : blocks[i].lines) shown[i].push_back(words_of(line.text));
    std::erase_if(shown[i], [](const std::string& words) { return words.empty(); });
  }
  if (!captions_roll(shown, has_word_times)) return;
  for (std::size_t i = 1; i < blocks.size(); ++i) {
    auto& lines = blocks[i].lines;
    std::size_t repeated = repeated_lines(shown[i - 1], shown[i]);
    while (repeated > 0 && !lines.empty()) {
      if (!words_of(lines.front().text).empty()) --repeated;
      lines.erase(lines.begin());
    }
  }
}

static Transcript parse_webvtt(const SourceFile& file, Diagnostics& diag) {
  TranscriptBuilder transcript(diag);
  LineReader lines(file);
  if (has_webvtt_header(file.text)) {
    while (lines.next() && !begins_webvtt(lines.text())) {
    }
    // The header ends at a blank line or at a cue.
    while (!trim(lines.peek()).empty() && !is_cue_times(lines.peek())) lines.next();
  }
  std::vector<CueBlock> blocks = read_cue_blocks(lines, CueIds::anything, diag);
  std::string_view text = file.text;
  bool has_word_times = text.find("<c>") != text.npos || text.find("><c") != text.npos;
  drop_repeated_lines(blocks, has_word_times);
  if (begins_with_estimates(text))
    for (CueBlock& block : blocks) block.start = block.end = std::nullopt;
  add_cues(blocks, CueMarkup::webvtt, transcript);
  return std::move(transcript).finish();
}

extern const TranscriptFormat webvtt_format = {"webvtt", ".vtt", looks_like_webvtt, parse_webvtt};

static std::string write_webvtt(const Transcript& transcript, const Layout& layout) {
  TimedPieces timed = timed_pieces(transcript, layout);
  std::string out = "WEBVTT\n\n";
  if (timed.are_estimated && !timed.pieces.empty()) out.append(estimated).append("\n\n");
  for (const TimedPiece& piece : timed.pieces) {
    fmt::format_to(std::back_inserter(out), "{} --> {}\n", format_timecode_vtt(piece.start),
                   format_timecode_vtt(piece.end));
    append_cue_text(out, piece, CueMarkup::webvtt, false);
    out += "\n\n";
  }
  return out;
}

extern const TranscriptWriter webvtt_writer = {"webvtt", ".vtt", "text/vtt", write_webvtt};

}  // namespace kbgen
