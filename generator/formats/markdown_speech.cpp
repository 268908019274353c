#include "formats/markdown_speech.h"

#include <algorithm>
#include <span>
#include <utility>

#include "base/char_set.h"
#include "base/text.h"
#include "formats/labels.h"
#include "formats/sound_notes.h"

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

// Whether a paragraph is a stage line, nobody's words: all of it is emphasised and short,
// without the end of a sentence, or it is the note of a sound.
static bool is_stage_line(const MarkdownBlock& block) {
  if (block.kind != MarkdownBlock::Kind::paragraph) return false;
  std::string_view text = trim(block.text);
  if (is_sound_note(text) || is_stage_direction(text)) return true;
  if (block.marks.size() != 1 || block.marks[0].kind != Mark::Kind::emphasis) return false;
  constexpr std::size_t longest = 80;
  bool is_whole = block.marks[0].text.size() >= text.size();
  bool ends_sentence = !text.empty() && std::string_view(".!?,").find(text.back()) != text.npos;
  return is_whole && text.size() <= longest && !ends_sentence;
}

void SpeechBlocks::begin_turn(std::string_view speaker, std::uint32_t line) {
  end_turn();
  speaker_ = speaker;
  waiting_ = {.line = line};
  opens_ = Cue::Opens::turn;
}

void SpeechBlocks::begin_time(std::optional<Timecode> start, std::optional<Timecode> end) {
  start_ = start;
  end_ = end;
}

// The cue that a block begins, without its words.
NewCue SpeechBlocks::cue_of(const MarkdownBlock& block, std::string_view text) {
  using Kind = MarkdownBlock::Kind;
  NewCue cue{.line = block.line, .opens = Cue::Opens::paragraph};
  if (block.kind == Kind::heading) cue.kind = Cue::Kind::heading;
  if (block.kind == Kind::list_item) cue.kind = Cue::Kind::list_item;
  if (block.kind == Kind::paragraph && block.quoted) cue.kind = Cue::Kind::quote;
  bool is_stage = stage_lines_ == StageLines::by_look && opens_ != Cue::Opens::turn &&
                  !speaker_.empty() && is_stage_line(block);
  bool is_title = !is_sound_note(text) && !is_sound(text) && !is_stage_direction(text);
  if (is_stage && is_title) cue.kind = Cue::Kind::heading;
  if (is_stage) cue.opens = Cue::Opens::turn;
  if (is_stage || cue.kind == Cue::Kind::heading) return cue;
  cue.speaker = speaker_;
  cue.opens = std::exchange(opens_, Cue::Opens::paragraph);
  if (start_) cue.where = place_of(block.line);
  cue.start = std::exchange(start_, std::nullopt);
  cue.end = std::exchange(end_, std::nullopt);
  return cue;
}

void SpeechBlocks::add(const MarkdownBlock& block, std::uint32_t begin) {
  NewCue cue = cue_of(block, trim(block.text));
  bool added = add_parts(block, begin, cue);
  if (added) return;
  if (cue.opens == Cue::Opens::turn) opens_ = cue.opens;
  start_ = waiting_.start;
  end_ = waiting_.end;
}

void SpeechBlocks::end_turn() {
  if (opens_ != Cue::Opens::turn) return;
  waiting_.text = speaker_;
  waiting_.speaker = {};
  waiting_.opens = Cue::Opens::paragraph;
  waiting_.kind = Cue::Kind::heading;
  if (start_) {
    waiting_.where = place_of(waiting_.line);
    waiting_.start = std::exchange(start_, std::nullopt);
  }
  end_.reset();
  transcript_->add(waiting_);
  opens_ = Cue::Opens::paragraph;
}

bool SpeechBlocks::add_parts(const MarkdownBlock& block, std::uint32_t begin, NewCue cue) {
  bool added = false;
  // Each part looks at its own marks only: a paragraph may have thousands of times.
  std::span<const Mark> marks = block.marks;
  const bool is_in_order =
      std::ranges::is_sorted(marks, {}, [](const Mark& mark) { return mark.text.begin; });
  auto add_part = [&](std::uint32_t end) {
    cue.text = std::string_view(block.text).substr(begin, end - begin);
    while (!marks.empty() && marks[0].text.end <= begin) marks = marks.subspan(1);
    auto behind = std::ranges::find_if(
        marks, [&](const Mark& mark) { return is_in_order && mark.text.begin >= end; });
    std::span<const Mark> near(marks.begin(), behind);
    if (!transcript_->add(cue, marks_within(near, {begin, end}))) return;
    added = true;
    cue.opens = Cue::Opens::nothing;
    cue.start = cue.end = std::nullopt;
  };
  const Span place = place_of(block.line);
  while (auto mark = find_time_mark(std::string_view(block.text).substr(begin), 0)) {
    TextRange at{begin + mark->text.begin, begin + mark->text.end};
    add_part(at.begin);
    cue.start = mark->time;
    cue.where = place;
    begin = at.end;
  }
  add_part(static_cast<std::uint32_t>(block.text.size()));
  if (!added) waiting_ = cue;
  return added;
}

// The place of a line, for reports. Lines are asked for in their order.
Span SpeechBlocks::place_of(std::uint32_t line) {
  const std::string& text = body_.file->text;
  for (; line_ < line; ++line_) {
    std::size_t newline = text.find('\n', offset_);
    if (newline == text.npos) break;
    offset_ = newline + 1;
  }
  std::size_t end = std::min(text.find('\n', offset_), text.size());
  return {body_.file, static_cast<std::uint32_t>(offset_), static_cast<std::uint32_t>(end)};
}

}  // namespace kbgen
