#include "formats/evidence.h"

#include <algorithm>

#include "base/json.h"
#include "base/text.h"
#include "formats/line_times.h"

namespace kbgen {

namespace {

std::string_view without_front_matter(std::string_view text) {
  if (!text.starts_with("---\n")) return text;
  std::size_t end = text.find("\n---\n", 3);
  return end == text.npos ? text : text.substr(end + 5);
}

bool ends_like_sentence(std::string_view line) {
  line = trim_right(line);
  return !line.empty() && std::string_view(".!?\"").find(line.back()) != std::string_view::npos;
}

class LineCounter {
 public:
  void count(std::string_view line) {
    LineShape shape = shape_of(line);
    if (shape == LineShape::blank || shape == LineShape::heading) return;
    if (survey_.lines++ == 0) survey_.first = shape;
    survey_.sentence_ends += ends_like_sentence(line);
    survey_.otter_headers += shape == LineShape::otter;
    survey_.labels += shape == LineShape::label;
    survey_.bold_labels += shape == LineShape::bold_label;
    if (shape == LineShape::name_time)
      ++(read_name_time(line)->time ? survey_.name_times : survey_.timeless_names);
    if (shape == LineShape::timed) count_timed(*read_timed_line(line));
  }

  LineSurvey finish() && {
    // Where Otter's own export was imported and exported again, every line begins
    // with "0:00", which tells no time.
    bool are_no_times = survey_.otter_headers > 0 && at_zero_ * 5 >= survey_.timed * 4;
    if (are_no_times) survey_.timed = survey_.bare_times = 0;
    return survey_;
  }

 private:
  void count_timed(const TimedLine& line) {
    ++survey_.timed;
    survey_.bare_times += line.text.empty();
    at_zero_ += line.start.ms == 0;
  }

  LineSurvey survey_;
  std::size_t at_zero_ = 0;  // timed lines that begin with 0:00
};

LineSurvey survey_lines(std::string_view text) {
  LineCounter lines;
  while (!text.empty()) {
    std::size_t end = std::min(text.find('\n'), text.size());
    lines.count(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return std::move(lines).finish();
}

}  // namespace

FormatEvidence gather_evidence(std::string_view text) {
  constexpr std::size_t enough = 32 * 1024;  // a few minutes of talk
  FormatEvidence evidence;
  evidence.text = text;
  // Most files begin with neither bracket: asking for it first costs nothing.
  std::size_t first = std::min(text.find_first_not_of(" \n\t"), text.size());
  char bracket = first < text.size() ? text[first] : ' ';
  if ((bracket == '{' || bracket == '[') && looks_like_json(text))
    (bracket == '{' ? evidence.is_json_object : evidence.is_json_list) = true;
  evidence.lines = survey_lines(without_front_matter(text).substr(0, enough));
  return evidence;
}

}  // namespace kbgen
