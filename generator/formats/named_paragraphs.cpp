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
#include "formats/evidence.h"
#include "formats/guard.h"
#include "formats/labels.h"
#include "formats/line_shapes.h"
#include "formats/markdown_speech.h"
#include "formats/transcript_builder.h"
#include "formats/transcript_format.h"

namespace kbgen {

static Fit looks_like_named_paragraphs(const FormatEvidence& evidence) {
  if (evidence.text.starts_with(export_front_matter) ||
      evidence.text.starts_with(twin_front_matter))
    return Fit::certain;
  const LineSurvey& lines = evidence.lines;
  std::size_t labels = lines.labels + lines.bold_labels;
  bool has_bold = lines.bold_labels >= 2 || lines.first == LineShape::bold_label;
  bool has_labels = labels * 5 >= lines.lines && (labels >= 2 || lines.first == LineShape::label);
  return has_bold || has_labels ? Fit::likely : Fit::none;
}

static std::uint32_t offset_in(std::string_view text, std::string_view part) {
  return static_cast<std::uint32_t>(part.data() - text.data());
}

namespace {

using Kind = MarkdownBlock::Kind;

bool is_speech_block(const MarkdownBlock& block) {
  return block.kind == Kind::paragraph && !block.quoted;
}

// A file in which each labelled line is a paragraph. Markdown would join "HOST: …" and
// "GUEST: …" on the next line, so blank lines are put between them.
struct PartedLines {
  SourceFile file;
  std::vector<std::uint32_t> original;  // the number that a line had before; both from 1
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
  // Looks through all labels. Where some are bold, "Note: this" is no label; and where
  // only questions have one, it does not hold for the answers.
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
    // There may be spaces between the label and its colon; no label has a colon in it.
    std::size_t end = offset_in(block.text, plain->label) + plain->label.size();
    return SpeechLabel{plain->label, static_cast<std::uint32_t>(block.text.find(':', end) + 1)};
  }

  // Whether block `i` is the title of a legend: "Legend:" above a list of "S: Sayak".
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

  // Ends the label before. One that nobody spoke under ("**Break:** [23:10]") was meant
  // to be read: it becomes a heading.
  void end_label() {
    if (opens_ != Cue::Opens::turn) return;
    waiting_.text = speaker_;
    waiting_.speaker = {};
    waiting_.opens = Cue::Opens::paragraph;
    waiting_.kind = Cue::Kind::heading;
    transcript_->add(waiting_);
    opens_ = Cue::Opens::paragraph;
  }

  // Adds the words of a block from `begin` on, a cue for each part between its time
  // marks. False if there was no word.
  bool add_parts(const MarkdownBlock& block, std::uint32_t begin, NewCue cue) {
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

  // The first line of a block, for reports. Blocks are asked for in their order.
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
  NewCue waiting_;  // the cue of a label that no words have followed yet
  Cue::Opens opens_ = Cue::Opens::paragraph;
  std::size_t offset_ = 0;
  std::uint32_t line_ = 1;
};

// What is below the first line that begins with "## "; all of it if there is none.
Span below_heading(Span body) {
  for (LineReader lines(*body.file); lines.next();)
    if (lines.begin() >= body.begin && lines.text().starts_with("## ")) {
      body.begin = static_cast<std::uint32_t>(lines.begin() + lines.text().size());
      break;
    }
  return body;
}

Transcript parse_named_paragraphs(const SourceFile& file, Diagnostics& diag) {
  TranscriptBuilder transcript(diag);
  Span body = whole_file(file);
  if (auto front_matter = find_front_matter(file)) body = front_matter->body;
  bool is_twin = file.text.starts_with(twin_front_matter);
  if (is_twin) body = below_heading(body);
  bool is_export = is_twin || file.text.starts_with(export_front_matter);
  if (check_markdown_limits(body, diag)) NamedParagraphs(body, is_export, transcript).read();
  return std::move(transcript).finish();
}

}  // namespace

extern const TranscriptFormat named_paragraphs_format = {
    "named-paragraphs", ".md", looks_like_named_paragraphs, parse_named_paragraphs};

}  // namespace kbgen
