// Text and Markdown whose turns begin with a name, a time, or both, however they are
// written: the formats of one layout (otter, name-time, named-paragraphs …) are asked first,
// and this one reads what they would miss. turn_openings.h has the grammar, turn_dress.h
// finds out which part of it a file uses.
#include <algorithm>

#include "base/ascii.h"
#include "base/front_matter.h"
#include "base/lines.h"
#include "base/markdown.h"
#include "base/markdown_limits.h"
#include "base/text.h"
#include "formats/evidence.h"
#include "formats/inline_labels.h"
#include "formats/labels.h"
#include "formats/line_times.h"
#include "formats/markdown_speech.h"
#include "formats/other_files.h"
#include "formats/transcript_format.h"
#include "formats/turn_dress.h"
#include "formats/turn_openings.h"

namespace kbgen {

extern const TranscriptFormat otter_format, name_time_format, youtube_format, timed_lines_format,
    named_paragraphs_format;

namespace {

// The format of one layout that would read a text, if this format did not; null if none would.
const TranscriptFormat* simple_format(const FormatEvidence& evidence) {
  for (const TranscriptFormat* format : {&otter_format, &name_time_format, &youtube_format,
                                         &timed_lines_format, &named_paragraphs_format})
    if (format->looks_like(evidence) == Fit::likely) return format;
  return nullptr;
}

// Whether a time in brackets stands behind the name, where `named-paragraphs` reads it.
bool has_time_behind_name(const TurnLine& turn) {
  const char* end = turn.text.empty() ? turn.line.data() + turn.line.size() : turn.text.data();
  const char* begin = turn.name.data() + turn.name.size();
  return begin < end &&
         std::string_view(begin, static_cast<std::size_t>(end - begin)).find_first_of("[(") !=
             std::string_view::npos;
}

// Whether a sign parts the words of a turn from a name or time before them: "[0:13] - words",
// "**Ada:** - words". The formats of one layout would take it for a word.
bool has_sign_before_words(const TurnLine& turn) {
  if (turn.name.empty() || turn.text.empty()) return false;
  std::string_view before = trim_right(std::string_view(
      turn.line.data(), static_cast<std::size_t>(turn.text.data() - turn.line.data())));
  if (ends_with_sign(before)) return true;
  for (std::string_view full_stop : {"**.", "__.", "]."})
    if (before.ends_with(full_stop)) return true;
  return false;
}

// Whether `format` would see the name of a turn, too.
bool sees_name(const TranscriptFormat* format, const TurnLine& turn) {
  if (format != &timed_lines_format && has_sign_before_words(turn)) return false;
  if (format == &otter_format) {
    auto header = read_otter_header(turn.line);
    return header && header->name == turn.name;
  }
  if (format == &name_time_format) {
    auto header = read_name_time(turn.line);
    if (!header) return turn.text.empty() && !turn.start && is_label(turn.line);
    return header && header->name == turn.name && (header->time.has_value() || !turn.start);
  }
  if (format == &named_paragraphs_format) {
    auto label = read_label(turn.line);
    bool has_number = label && label->label.ends_with(turn.name) && is_digit(label->label[0]) &&
                      !is_digit(turn.name[0]);
    return (!turn.start || has_time_behind_name(turn)) && !has_number &&
           (is_bold_label(turn.line) || (label && !label->label.starts_with('(')));
  }
  if (format == &timed_lines_format) {
    auto timed = read_timed_line(turn.line);
    if (!timed) return false;
    auto label = read_label(timed->text);
    return label ? label->label == turn.name
                 : turn.text.empty() && timed->text == turn.name && is_label(turn.name);
  }
  return false;
}

// Whether `format` would make something else of a line without a name: of somebody unknown the
// speaker before, of a time alone above the next label a word.
bool misses_time(const TranscriptFormat* format, const TurnLine& turn) {
  if (format == &named_paragraphs_format) return turn.text.empty();
  // "(0:45):" goes on with the speaker, in our own exports, too.
  if (format == &name_time_format)
    return turn.is_unknown && turn.text.empty() && !trim(turn.line).ends_with(':');
  return !format && turn.is_unknown;
}

Fit looks_like_turns(const FormatEvidence& evidence) {
  constexpr std::size_t enough = 32 * 1024;
  auto other = machine_text(evidence.text);
  if (other && !other->is_table) return Fit::none;
  SourceFile beginning{"", std::string(evidence.text.substr(0, enough))};
  Span body = whole_file(beginning);
  if (auto front_matter = find_front_matter(beginning)) body = front_matter->body;
  if (!other && part_at_inline_labels(body.text())) return Fit::likely;
  std::vector<TurnLine> turns = find_turn_lines(body);
  if (turns.empty()) return Fit::none;
  const TranscriptFormat* simple = other ? nullptr : simple_format(evidence);
  bool misses_one = false;
  for (std::size_t i = 0; i < turns.size(); ++i) {
    const TurnLine& turn = turns[i];
    // A time alone above a name alone: no other format reads both.
    bool is_below_time = i > 0 && turns[i - 1].number + 1 == turn.number && !turn.name.empty() &&
                         !turn.start && turns[i - 1].name.empty() && turns[i - 1].start &&
                         turns[i - 1].text.empty();
    misses_one |= turn.is_of_day || (is_below_time && turn.text.empty()) ||
                  (turn.name.empty() ? misses_time(simple, turn) : !sees_name(simple, turn));
  }
  return misses_one ? Fit::likely : Fit::none;
}

bool is_rule(std::string_view line) {
  line = trim(line);
  return line.size() >= 3 && line.find_first_not_of("-=_*") == line.npos;
}

// The text of a line that opens no turn, so that Markdown loses none of its words.
std::string as_markdown(std::string_view line) {
  std::string_view words = trim_left(line);
  bool is_definition = words.starts_with('[') && words.find("]:") != words.npos;
  std::size_t digits = 0;
  while (digits < words.size() && is_digit(words[digits])) ++digits;
  bool is_number = digits > 0 && digits < words.size() && words.substr(0, digits) != "1" &&
                   (words[digits] == '.' || words[digits] == ')');
  if (is_definition) return "\\" + std::string(words);
  if (is_number)
    return std::string(words.substr(0, digits)) + "\\" + std::string(words.substr(digits));
  return std::string(words);
}

// The words of a file as Markdown, each turn in a paragraph of its own and without its
// opening.
struct Words {
  SourceFile file;
  std::vector<std::uint32_t> original;  // the number that a line had in the file; both from 1
};

Words without_openings(Span body, const std::vector<TurnLine>& turns) {
  Words words{{body.file->path, ""}, {0}};
  auto add = [&](std::string_view line, std::uint32_t number) {
    words.file.text.append(line).append("\n");
    words.original.push_back(number);
  };
  auto turn = turns.begin();
  bool is_below_name = false;  // the line before is a name alone
  bool is_fenced = false, are_quoted = false, are_rows = false;
  for (const TurnLine& one : turns) {
    are_quoted |= trim_left(one.line).starts_with("> ");
    are_rows |= trim_left(one.line).starts_with('|');
  }
  for (LineReader lines(*body.file); lines.next();) {
    if (lines.begin() < body.begin || lines.begin() >= body.end) continue;
    std::string_view line = lines.text();
    if (turn != turns.end() && turn->number == lines.number()) {
      add("", lines.number());
      add(as_markdown(turn->text), lines.number());
      is_below_name = turn->text.empty();
      ++turn;
      continue;
    }
    // The sign of a definition (PHP Markdown Extra), which here is what somebody says.
    if (is_below_name && trim_left(line).starts_with(": ")) line = trim_left(line).substr(2);
    is_below_name = false;
    // What the columns of a table are called, nobody says.
    if (are_rows && (is_table_rule(line) || is_table_rule(lines.peek()))) continue;
    if (trim(line).starts_with("```")) is_fenced = !is_fenced;
    if (are_quoted && trim_left(line).starts_with('>')) line = trim_left(line).substr(1);
    if (!is_fenced && is_rule(line)) add("", lines.number());
    add(is_fenced ? std::string(line) : as_markdown(line), lines.number());
  }
  return words;
}

class TurnReader {
 public:
  TurnReader(Span body, TranscriptBuilder& transcript)
      : turns_(find_turn_lines(body)),
        speech_(body, SpeechBlocks::StageLines::by_look, transcript) {
    Words words = without_openings(body, turns_);
    blocks_ = markdown_blocks(whole_file(words.file));
    for (MarkdownBlock& block : blocks_)
      block.line = words.original[std::min<std::size_t>(block.line, words.original.size() - 1)];
  }

  void read() {
    for (const MarkdownBlock& block : blocks_) {
      while (next_ < turns_.size() && turns_[next_].number <= block.line) begin(turns_[next_++]);
      speech_.add(block, 0);
    }
    while (next_ < turns_.size()) begin(turns_[next_++]);
    speech_.finish();
  }

 private:
  void begin(const TurnLine& turn) {
    if (!turn.name.empty() || turn.is_unknown) speech_.begin_turn(turn.name, turn.number);
    if (turn.start) speech_.begin_time(turn.start, turn.end);
  }

  std::vector<TurnLine> turns_;
  SpeechBlocks speech_;
  std::vector<MarkdownBlock> blocks_;
  std::size_t next_ = 0;
};

Transcript parse_turns(const SourceFile& file, Diagnostics& diag) {
  TranscriptBuilder transcript(diag);
  Span body = whole_file(file);
  if (auto front_matter = find_front_matter(file)) body = front_matter->body;
  SourceFile parted{file.path, ""};
  if (auto text = part_at_inline_labels(body.text())) {
    parted.text = std::move(*text);
    body = whole_file(parted);
  }
  if (check_markdown_limits(body, diag)) TurnReader(body, transcript).read();
  return std::move(transcript).finish();
}

}  // namespace

extern const TranscriptFormat turns_format = {"turns", ".txt", looks_like_turns, parse_turns};

}  // namespace kbgen
