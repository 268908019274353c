// What a line of a transcript is, by its shape alone: a header of some format, a
// line with a time or a label, a heading, or speech.
//
// Each function looks at one line and nothing else, so that what a writer must
// guard against is exactly what a reader would take for more than words.
#pragma once

#include <optional>
#include <string_view>

#include "base/time.h"

namespace kbgen {

// A header as otter.ai writes it: "Name  0:13", "Name  1:02:03  text", and `0:00
// Name  53:14` in an export that was exported again.
struct OtterHeader {
  std::string_view name;
  Timecode time;
  std::string_view text;
};
std::optional<OtterHeader> read_otter_header(std::string_view line);

// A header with a name, a time, or both: "Name: 00:00:45", "Name (00:45):", "Name
// [00:45] text", "(00:45):", "Name:"; also in bold, and with the time as a link.
struct NameTime {
  std::string_view name;  // empty: the speaker goes on
  std::optional<Timecode> time;
  std::string_view text;
};
std::optional<NameTime> read_name_time(std::string_view line);

// The words of a Markdown heading, "# words" to "###### words".
std::optional<std::string_view> read_heading(std::string_view line);

// Whether **bold** or __bold__ stands at the front with a colon inside or behind it.
bool is_bold_label(std::string_view line);

enum class LineShape { blank, speech, heading, otter, name_time, timed, label, bold_label };
LineShape shape_of(std::string_view line);

}  // namespace kbgen
