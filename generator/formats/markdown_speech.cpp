#include "formats/markdown_speech.h"

#include <algorithm>

#include "base/char_set.h"
#include "base/text.h"
#include "formats/labels.h"

namespace kbgen {

static std::uint32_t offset_in(std::string_view text, std::string_view part) {
  return static_cast<std::uint32_t>(part.data() - text.data());
}

std::optional<SpeechLabel> find_bold_label(std::string_view text, const std::vector<Mark>& marks) {
  if (marks.empty() || marks[0].text.begin != 0) return std::nullopt;
  auto bold = std::ranges::find_if(marks, [](const Mark& mark) {
    return mark.kind == Mark::Kind::strong && mark.text.begin == 0;
  });
  if (bold == marks.end()) return std::nullopt;
  std::string_view label = trim(text.substr(0, bold->text.end));
  std::uint32_t begin = bold->text.end;
  std::string_view behind = trim_left(text.substr(begin));
  if (label.ends_with(':')) {
    label.remove_suffix(1);
  } else if (behind.starts_with(':')) {
    begin = offset_in(text, behind) + 1;
  } else if (label.starts_with("Q: ")) {
    return SpeechLabel{label.substr(0, 1), offset_in(text, label) + 3};
  } else {
    return std::nullopt;
  }
  label = trim(label);
  bool is_spelled = label.size() > 2 && label.starts_with('[') && label.ends_with(']');
  if (!is_label(label) && !is_spelled) return std::nullopt;
  return SpeechLabel{label, begin};
}

std::optional<TimeMark> find_time_mark(std::string_view text, std::uint32_t from) {
  static constexpr CharSet brackets("[(");
  std::size_t first_word = text.size() - trim_left(text).size();
  for (std::size_t at = brackets.find_in(text, from); at < text.size();
       at = brackets.find_in(text, at + 1)) {
    if (at > 0 && text[at - 1] != ' ') continue;
    if (text[at] == '(' && at > first_word) continue;
    std::size_t close = text.substr(at, 24).find(text[at] == '[' ? ']' : ')');
    if (close == text.npos) continue;
    std::string_view inside = text.substr(at + 1, close - 1);
    if (inside.starts_with('@')) inside.remove_prefix(1);
    if (inside.find(':') == inside.npos) continue;
    auto time = parse_timecode(inside);
    if (!time) continue;
    return TimeMark{{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + close + 1)},
                    *time};
  }
  return std::nullopt;
}

std::vector<Mark> marks_within(std::span<const Mark> marks, TextRange range) {
  std::vector<Mark> inside;
  for (const Mark& mark : marks) {
    std::uint32_t begin = std::max(mark.text.begin, range.begin),
                  end = std::min(mark.text.end, range.end);
    if (begin < end)
      inside.push_back({mark.kind, {begin - range.begin, end - range.begin}, mark.url});
  }
  return inside;
}

}  // namespace kbgen
