// What can be seen of a text before it is read as a transcript. It is gathered
// once for each text, and every format judges the same evidence.
#pragma once

#include <cstddef>
#include <string_view>

#include "formats/line_shapes.h"

namespace kbgen {

// How many lines of each shape there are among the first lines of a text. Headings
// and blank lines are not counted at all.
struct LineSurvey {
  std::size_t lines = 0;
  std::size_t otter_headers = 0;
  std::size_t name_times = 0;      // headers with a time
  std::size_t timeless_names = 0;  // headers with a name alone: "Name:"
  std::size_t timed = 0;           // lines that begin with a time
  std::size_t bare_times = 0;      // of them, those without words
  std::size_t labels = 0;
  std::size_t bold_labels = 0;
  std::size_t sentence_ends = 0;       // lines of any shape that end like a sentence
  LineShape first = LineShape::blank;  // of the first line that was counted
};

struct FormatEvidence {
  std::string_view text;        // all of it; it must outlive the evidence
  bool is_json_object = false;  // the whole text is JSON, {…}
  bool is_json_list = false;    // the whole text is JSON, […]
  LineSurvey lines;             // of the first 32 KB behind any front matter

  bool has(std::string_view words) const { return text.find(words) != text.npos; }
};

FormatEvidence gather_evidence(std::string_view text);

}  // namespace kbgen
