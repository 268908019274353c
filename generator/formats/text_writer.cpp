// The text export, for people: "Name (1:02:03):" above what was said, or nothing but
// paragraphs where no name and no time is known. What the reader of `name-time`
// or `plain` would take for more than words stands behind a guard.
#include <algorithm>

#include "base/text.h"
#include "formats/cue_blocks.h"
#include "formats/guard.h"
#include "formats/labels.h"
#include "formats/layout.h"
#include "formats/line_shapes.h"
#include "formats/transcript_format.h"
#include "formats/turn_openings.h"

namespace kbgen {

// Whether a reader could take a line for the beginning of a turn. A short sentence alone in
// its paragraph is none, and a dash behind words that look like no name is a dash.
static bool may_be_taken(const TurnOpening& opening, std::string_view line) {
  if (opening.time || opening.name.empty()) return true;
  bool is_in_capitals = upper(line) == line && lower(line) != line;
  if (opening.dress == "N") return opening.looks_like_name && is_in_capitals;
  return opening.looks_like_name || opening.dress.find_first_of(":[(<bi`") != opening.dress.npos;
}

static bool needs_guard(std::string_view line) {
  if (shape_of(line) != LineShape::speech || is_cue_times(line)) return true;
  for (const TurnOpening& one : read_openings(line))
    if (may_be_taken(one, line)) return true;
  for (std::string_view front : {"{", "[", "<", "- ", "WEBVTT", "NOTE", "---", "transcript:"})
    if (line.starts_with(front)) return true;
  return false;
}

namespace {

class TextWriter {
 public:
  TextWriter(const Transcript& transcript, const Layout& layout)
      : transcript_(transcript), layout_(layout) {}

  std::string write() {
    must_begin_with_header_ =
        std::ranges::any_of(layout_.paragraphs, [&](const Paragraph& paragraph) {
          return !is_heading(paragraph) && (paragraph.start || speaker_of(paragraph) >= 0);
        });
    for (std::size_t i = 0; i < layout_.paragraphs.size(); ++i) {
      if (i > 0) out_ += '\n';
      add(layout_.paragraphs[i], i);
    }
    return std::move(out_);
  }

 private:
  static bool is_heading(const Paragraph& paragraph) {
    return paragraph.kind == Cue::Kind::heading;
  }
  std::int32_t speaker_of(const Paragraph& paragraph) const {
    return layout_.turns[paragraph.turn].speaker;
  }

  void add(const Paragraph& paragraph, std::size_t index) {
    std::string_view text =
        std::string_view(transcript_.text).substr(paragraph.text.begin, paragraph.text.size());
    if (is_heading(paragraph)) {
      out_ += "## ";
    } else {
      add_header(paragraph, index);
      std::string line = replace_all(text, "\n", " ");
      if (needs_guard(line)) out_ += guard;
    }
    out_ += replace_all(text, "\n", " ");
    out_ += '\n';
  }

  // Writes the line above a paragraph. A speaker who goes on needs no name there, only
  // the time if it is told.
  void add_header(const Paragraph& paragraph, std::size_t index) {
    std::int32_t speaker = speaker_of(paragraph);
    bool begins_turn = layout_.turns[paragraph.turn].first_paragraph == index;
    bool is_first = std::exchange(must_begin_with_header_, false);
    bool names =
        speaker != carried_ || (begins_turn && speaker >= 0) || (is_first && !paragraph.start);
    carried_ = speaker;
    if (!names && !paragraph.start) return;
    if (names)
      out_ +=
          spell_label(speaker < 0 ? "" : transcript_.speakers[static_cast<std::size_t>(speaker)]);
    if (paragraph.start) {
      if (names) out_ += ' ';
      out_.append("(").append(format_timecode(*paragraph.start)).append(")");
    }
    out_ += ":\n";
  }

  const Transcript& transcript_;
  const Layout& layout_;
  std::string out_;
  std::int32_t carried_ = -1;  // the speaker whom the reader carries on with
  bool must_begin_with_header_ = false;
};

}  // namespace

static std::string write_text(const Transcript& transcript, const Layout& layout) {
  return TextWriter(transcript, layout).write();
}

extern const TranscriptWriter text_writer = {"text", ".txt", "text/plain", write_text};

}  // namespace kbgen
