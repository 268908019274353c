// How names and times stand in Markdown transcripts: what `named-paragraphs`
// reads and the Markdown export writes.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/marked_text.h"
#include "base/time.h"

namespace kbgen {

// Says that a file is an export, so that only bold labels count in it.
inline constexpr std::string_view export_front_matter =
    "---\ntranscript: {format: named-paragraphs}\n---\n";

// A speaker's label at the front of a paragraph.
struct SpeechLabel {
  std::string_view label;        // as spelled, perhaps in brackets
  std::uint32_t text_begin = 0;  // where the words begin
};

// "**Name:** text", "**Name**: text", "**Q: text**".
std::optional<SpeechLabel> find_bold_label(std::string_view text, const std::vector<Mark>& marks);

// The first "[04:33]", "[@04:33]" at or behind `from` that stands at the front
// of a word, or "(04:33)" at the front of the paragraph.
struct TimeMark {
  TextRange text;
  Timecode time;
};
std::optional<TimeMark> find_time_mark(std::string_view text, std::uint32_t from);

// The marks that lie within `range`, counted from its beginning.
std::vector<Mark> marks_within(std::span<const Mark> marks, TextRange range);

}  // namespace kbgen
