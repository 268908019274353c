// How transcripts write names and times on a line: what the line formats share.
//
// Each function looks at one line and nothing else, so that what a writer must
// guard against is exactly what a reader would take for more than words.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/time.h"

namespace kbgen {

// An invisible zero-width space before words that only look like a label, a
// time or a heading. Readers let such words alone and drop the guard.
inline constexpr std::string_view guard = "\u200B";

// Stands where a label would, for speech after a named speaker whose own
// speaker is not told.
inline constexpr std::string_view no_speaker = "no speaker";

// Whether `name` can be a speaker by the look of it: a few words, each with a
// capital, a digit or a letter without case.
bool is_label(std::string_view name);

// The label as every reader here reads it back: itself, or in brackets when it
// does not look like one. -1 as `[no speaker]`.
std::string spell_label(std::string_view name);

// Turns `[Name]` into `Name`, and `[no speaker]` into nothing.
std::string_view plain_label(std::string_view spelled);

// "Name: text", "[any words]: text"; the text may be empty.
struct Labelled {
  std::string_view label;
  std::string_view text;
};
std::optional<Labelled> read_label(std::string_view line);

// "0:01 text", "[0:01] text", "(0:01:02.5): text", "[0:01 --> 0:04] text".
struct TimedLine {
  Timecode start;
  std::optional<Timecode> end;
  std::string_view text;
  bool in_brackets = false;
};
std::optional<TimedLine> read_timed_line(std::string_view line);

// "Name  0:13", "Name  1:02:03  text"; and `0:00 Name  53:14`, wrapped twice.
struct OtterHeader {
  std::string_view name;
  Timecode time;
  std::string_view text;
};
std::optional<OtterHeader> read_otter_header(std::string_view line);

// "Name: 00:00:45", "Name (00:45):", "Name [00:45] text", "(00:45):", "Name:",
// also in bold, and with the time as a link.
struct NameTime {
  std::string_view name;  // empty: the speaker goes on
  std::optional<Timecode> time;
  std::string_view text;
};
std::optional<NameTime> read_name_time(std::string_view line);

// "# words" to "###### words"; without the signs.
std::optional<std::string_view> read_heading(std::string_view line);

// **bold** or __bold__ at the front with a colon inside or behind it.
bool is_bold_label(std::string_view line);

enum class LineShape { blank, speech, heading, otter, name_time, timed, label, bold_label };
LineShape shape_of(std::string_view line);

// What a file looks like by the lines of its first part.
enum class LineFormat { none, otter, name_time, youtube, timed_lines, named_paragraphs };
LineFormat line_format_of(std::string_view text);

// The same text without the YAML between two lines of '---' at its top.
std::string_view without_front_matter(std::string_view text);

}  // namespace kbgen
