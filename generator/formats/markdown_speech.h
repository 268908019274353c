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

// The front matter of our Markdown export. In a file that begins with it only bold
// labels count.
inline constexpr std::string_view export_front_matter =
    "---\ntranscript: {format: named-paragraphs}\n---\n";

// The front matter of the Markdown twin of an episode's page. The title, the facts and the notes
// come first; the transcript is below the first heading of the second level.
inline constexpr std::string_view twin_front_matter =
    "---\n# Below the first heading of the second level is the transcript.\n"
    "transcript: {format: named-paragraphs}\n---\n";

// A speaker's label in bold at the front of a paragraph: "**Name:** text", "**Name**:
// text", "**Q: text**".
struct SpeechLabel {
  std::string_view label;        // as spelled, perhaps in brackets
  std::uint32_t text_begin = 0;  // where the words begin
};

std::optional<SpeechLabel> find_bold_label(std::string_view text, const std::vector<Mark>& marks);

// A time in the middle of speech: "[04:33]" or "[@04:33]" at the front of a word, or
// "(04:33)" at the front of the paragraph.
struct TimeMark {
  TextRange text;
  Timecode time;
};
// The first one at or behind `from`.
std::optional<TimeMark> find_time_mark(std::string_view text, std::uint32_t from);

// The marks within `range`, cut at its ends and counted from its beginning.
std::vector<Mark> marks_within(std::span<const Mark> marks, TextRange range);

}  // namespace kbgen
