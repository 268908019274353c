// Lyrics (.lrc), which some recorders write for speech: "[01:02.50]words", with "[ar:…]" and
// other facts in front, and times of single words as "<01:02.70>".
#include "base/ascii.h"
#include "base/lines.h"
#include "base/text.h"
#include "formats/evidence.h"
#include "formats/line_times.h"
#include "formats/transcript_builder.h"
#include "formats/transcript_format.h"

namespace kbgen {

namespace {

constexpr std::string_view facts[] = {
    "[ar:", "[ti:", "[al:", "[by:", "[au:", "[length:", "[offset:", "[re:", "[ve:"};

// A fact about the recording, which is no word of it.
bool is_fact(std::string_view line) {
  for (std::string_view fact : facts)
    if (line.starts_with(fact) && trim_right(line).ends_with(']')) return true;
  return false;
}

Fit looks_like_lrc(const FormatEvidence& evidence) {
  constexpr std::size_t enough = 4096;
  std::size_t tight = 0, facts_found = 0, others = 0;
  for (std::string_view line : split(evidence.text.substr(0, enough), '\n')) {
    std::string_view rest = line;
    if (trim(line).empty()) continue;
    if (is_fact(line)) {
      ++facts_found;
    } else if (line.starts_with('[') && take_bracketed_times(rest)) {
      std::string_view words = trim_left(rest);
      const bool has_word_time = words.starts_with('<') && take_bracketed_times(words);
      tight += has_word_time || (!rest.empty() && std::string_view(" \t:,-(").find(rest[0]) ==
                                                      std::string_view::npos);
    } else {
      ++others;
    }
  }
  bool is_lrc = (facts_found > 0 && tight + facts_found > others) || (tight >= 2 && others == 0);
  return is_lrc && tight > 0 ? Fit::certain : Fit::none;
}

// The words of a line without the times of single words.
std::string without_word_times(std::string_view text) {
  std::string words;
  while (!text.empty()) {
    std::size_t close = text[0] == '<' ? text.substr(0, 16).find('>') : text.npos;
    if (close != text.npos && read_clock(text.substr(1, close - 1))) {
      text.remove_prefix(close + 1);
      continue;
    }
    words += text[0];
    text.remove_prefix(1);
  }
  return collapse_space(words);
}

Transcript parse_lrc(const SourceFile& file, Diagnostics& diag) {
  TranscriptBuilder transcript(diag);
  for (LineReader lines(file); lines.next();) {
    std::string_view line = trim(lines.text());
    if (is_fact(line)) continue;
    auto time = take_bracketed_times(line);
    // A line that is sung several times has all its times in front.
    while (time && line.starts_with('[') && take_bracketed_times(line)) {
    }
    std::string words = without_word_times(line);
    transcript.add({.start = time ? std::optional(time->start) : std::nullopt,
                    .text = words,
                    .where = lines.span(),
                    .line = lines.number()});
  }
  return std::move(transcript).finish();
}

}  // namespace

extern const TranscriptFormat lrc_format = {"lrc", ".lrc", looks_like_lrc, parse_lrc};

}  // namespace kbgen
