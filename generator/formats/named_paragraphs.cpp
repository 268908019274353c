// Markdown with a name before the words: `**Name:** text` (Changelog), `__Name__:
// text`, `Name: text`, with or without `[04:33]` marks inside, and written
// question-and-answer hours. A paragraph without a name goes on with the speaker
// before it. A legend explains its labels; its words stay.
#include <algorithm>
#include <set>
#include <span>

#include "base/char_set.h"
#include "base/front_matter.h"
#include "base/lines.h"
#include "base/markdown.h"
#include "base/markdown_limits.h"
#include "base/text.h"
#include "formats/line_shapes.h"
#include "formats/markdown_speech.h"
#include "formats/rows.h"
#include "formats/transcript_builder.h"

namespace kbgen {

static bool looks_like_named_paragraphs(std::string_view text) {
  return line_format_of(text) == LineFormat::named_paragraphs;
}

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

namespace {

using Kind = MarkdownBlock::Kind;

bool is_speech_block(const MarkdownBlock& block) {
  return block.kind == Kind::paragraph && !block.quoted;
}

// Markdown joins lines that follow each other; "HOST: …" and "GUEST: …" below it
// are paragraphs all the same. This puts blank lines between them and remembers
// which line was which.
struct PartedLines {
  SourceFile file;
  std::vector<std::uint32_t> original;  // of each line, both from 1
};

PartedLines part_labelled_lines(const SourceFile& file, Span body, bool is_export) {
  PartedLines parted{{file.path, ""}, {0}};
  auto is_bold = [](std::string_view line) { return shape_of(line) == LineShape::bold_label; };
  bool any_bold = is_export;
  for (LineReader lines(file); !any_bold && lines.next();) any_bold = is_bold(lines.text());
  bool after_words = false;
  for (LineReader lines(file); lines.next();) {
    bool is_body = lines.begin() >= body.begin;
    std::string_view line = is_body ? lines.text() : std::string_view();
    if (after_words && (is_bold(line) || (!any_bold && shape_of(line) == LineShape::label))) {
      parted.file.text += '\n';
      parted.original.push_back(lines.number());
    }
    parted.file.text.append(line).append("\n");
    parted.original.push_back(lines.number());
    after_words = !trim(line).empty();
  }
  return parted;
}

class NamedParagraphs {
 public:
  NamedParagraphs(Span body, bool is_export, TranscriptBuilder& transcript)
      : body_(body), transcript_(&transcript), is_export_(is_export) {
    PartedLines parted = part_labelled_lines(*body.file, body, is_export);
    blocks_ = markdown_blocks(whole_file(parted.file));
    for (MarkdownBlock& block : blocks_)
      block.line = parted.original[std::min<std::size_t>(block.line, parted.original.size() - 1)];
    survey_labels();
  }

  void read() {
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (is_legend(i)) read_legend(i + 1);
      add(blocks_[i]);
    }
    end_label();
  }

 private:
  // Where some labels are bold, "Note: this" is no label; and where only the
  // questions have one, it does not hold for the answers.
  void survey_labels() {
    std::set<std::string, std::less<>> seen;
    for (const MarkdownBlock& block : blocks_)
      if (auto label =
              is_speech_block(block) ? find_bold_label(block.text, block.marks) : std::nullopt)
        seen.emplace(label->label);
    any_bold_ = !seen.empty();
    labels_hold_ =
        is_export_ || seen.size() != 1 || !(seen.contains("Q") || seen.contains("Question"));
  }

  std::optional<SpeechLabel> label_of(const MarkdownBlock& block) const {
    if (!is_speech_block(block) || std::string_view(block.text).starts_with(guard))
      return std::nullopt;
    if (auto bold = find_bold_label(block.text, block.marks)) return bold;
    if (is_export_ || any_bold_) return std::nullopt;
    auto plain = read_label(block.text);
    if (!plain) return std::nullopt;
    // No label has a colon in it, but there may be spaces between the two.
    std::size_t end = offset_in(block.text, plain->label) + plain->label.size();
    return SpeechLabel{plain->label, static_cast<std::uint32_t>(block.text.find(':', end) + 1)};
  }

  // "Legend:", then a list of "S: Sayak".
  bool is_legend(std::size_t i) const {
    if (i + 1 >= blocks_.size() || blocks_[i + 1].kind != Kind::list_item) return false;
    std::string title = lower_ascii(trim(blocks_[i].text));
    return title == "legend:" || title == "legend" || title == "key:" || title == "speakers:" ||
           title == "participants:";
  }

  void read_legend(std::size_t first) {
    for (std::size_t i = first; i < blocks_.size() && blocks_[i].kind == Kind::list_item; ++i) {
      std::string_view text = blocks_[i].text;
      std::size_t colon = text.find(':');
      if (colon != text.npos && colon > 0)
        transcript_->explain(trim(text.substr(0, colon)), trim(text.substr(colon + 1)));
    }
  }

  void add(const MarkdownBlock& block) {
    NewCue cue{.line = block.line, .opens = Cue::Opens::paragraph};
    if (block.kind == Kind::heading) cue.kind = Cue::Kind::heading;
    if (block.kind == Kind::list_item) cue.kind = Cue::Kind::list_item;
    if (block.kind == Kind::paragraph && block.quoted) cue.kind = Cue::Kind::quote;
    std::uint32_t begin = 0;
    if (auto label = label_of(block)) {
      end_label();
      speaker_ = plain_label(label->label);
      begin = label->text_begin;
      opens_ = Cue::Opens::turn;
    } else if (!labels_hold_) {
      speaker_.clear();
    }
    if (cue.kind != Cue::Kind::heading) {
      cue.speaker = speaker_;
      cue.opens = std::exchange(opens_, Cue::Opens::paragraph);
    }
    bool added = add_parts(block, begin, cue);
    if (!added && cue.opens == Cue::Opens::turn) opens_ = cue.opens;
  }

  // A label that nobody speaks under ("**Break:** [23:10]") was meant to be
  // read: it becomes a heading.
  void end_label() {
    if (opens_ != Cue::Opens::turn) return;
    waiting_.text = speaker_;
    waiting_.speaker = {};
    waiting_.opens = Cue::Opens::paragraph;
    waiting_.kind = Cue::Kind::heading;
    transcript_->add(waiting_);
    opens_ = Cue::Opens::paragraph;
  }

  // The words from `begin` on, parted at time marks.
  bool add_parts(const MarkdownBlock& block, std::uint32_t begin, NewCue cue) {
    bool added = false;
    // Of a paragraph with thousands of times each part looks at its own marks only.
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
    };
    const Span place = place_of(block);
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

  // The first line of a block, for reports.
  Span place_of(const MarkdownBlock& block) {
    const std::string& text = body_.file->text;
    for (; line_ < block.line; ++line_) {
      std::size_t newline = text.find('\n', offset_);
      if (newline == text.npos) break;
      offset_ = newline + 1;
    }
    std::size_t end = std::min(text.find('\n', offset_), text.size());
    return {body_.file, static_cast<std::uint32_t>(offset_), static_cast<std::uint32_t>(end)};
  }

  Span body_;
  TranscriptBuilder* transcript_;
  std::vector<MarkdownBlock> blocks_;
  bool is_export_, any_bold_ = false, labels_hold_ = true;
  std::string speaker_;
  NewCue waiting_;  // of a label without words
  Cue::Opens opens_ = Cue::Opens::paragraph;
  std::size_t offset_ = 0;
  std::uint32_t line_ = 1;
};

Transcript parse_named_paragraphs(const SourceFile& file, Diagnostics& diag) {
  TranscriptBuilder transcript(diag);
  Span body = whole_file(file);
  if (auto front_matter = find_front_matter(file)) body = front_matter->body;
  bool is_export = file.text.starts_with(export_front_matter);
  if (check_markdown_limits(body, diag)) NamedParagraphs(body, is_export, transcript).read();
  return std::move(transcript).finish();
}

}  // namespace

const TranscriptFormat named_paragraphs_format = {
    "named-paragraphs", ".md", looks_like_named_paragraphs, parse_named_paragraphs};

}  // namespace kbgen
