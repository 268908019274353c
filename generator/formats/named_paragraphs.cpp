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
      : transcript_(&transcript),
        speech_(body,
                is_export ? SpeechBlocks::StageLines::none : SpeechBlocks::StageLines::by_look,
                transcript),
        is_export_(is_export) {
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
    speech_.finish();
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
    auto end = static_cast<std::uint32_t>(block.text.size());
    return SpeechLabel{plain->label,
                       plain->text.empty() ? end : offset_in(block.text, plain->text)};
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
    std::uint32_t begin = 0;
    if (auto label = label_of(block)) {
      speech_.begin_turn(plain_label(label->label), block.line);
      begin = label->text_begin;
    } else if (!labels_hold_) {
      speech_.forget_speaker();
    }
    speech_.add(block, begin);
  }

  TranscriptBuilder* transcript_;
  SpeechBlocks speech_;
  std::vector<MarkdownBlock> blocks_;
  bool is_export_, any_bold_ = false, labels_hold_ = true;
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
    "named-paragraphs", ".md", looks_like_named_paragraphs, parse_named_paragraphs, Syntax::prose};

}  // namespace kbgen
