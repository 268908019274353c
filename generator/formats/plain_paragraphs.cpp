#include "formats/plain_paragraphs.h"

#include "base/text.h"
#include "formats/line_shapes.h"

namespace kbgen {

void ProseReader::keep_wordless_name() {
  if (opens_ != Cue::Opens::turn || transcript_->has_speaker(speaker_)) return;
  bool added = transcript_->add({.start = start_,
                                 .text = speaker_,
                                 .where = where_,
                                 .line = line_,
                                 .opens = Cue::Opens::paragraph,
                                 .kind = Cue::Kind::heading});
  if (added) start_.reset();
}

void ProseReader::begin_turn(std::string_view speaker, std::optional<Timecode> start,
                             const LineReader& lines) {
  speaker_ = speaker;
  start_ = start;
  where_ = lines.span();
  line_ = lines.number();
  opens_ = Cue::Opens::turn;
}

void ProseReader::begin_paragraph(std::optional<Timecode> start, Span where) {
  start_ = start;
  where_ = where;
  if (opens_ == Cue::Opens::nothing) opens_ = Cue::Opens::paragraph;
}

void ProseReader::add_line(std::string_view text, const LineReader& lines) {
  constexpr std::size_t longest_wrapped_line = 120;
  if (trim(text).empty()) {
    if (opens_ == Cue::Opens::nothing) opens_ = Cue::Opens::paragraph;
    return;
  }
  if (auto heading = read_heading(text)) {
    if (transcript_->add({.text = *heading,
                          .where = lines.span(),
                          .line = lines.number(),
                          .opens = Cue::Opens::paragraph,
                          .kind = Cue::Kind::heading}))
      opens_ = Cue::Opens::paragraph;
    return;
  }
  bool added = transcript_->add({.start = start_,
                                 .speaker = speaker_,
                                 .text = text,
                                 .where = start_ ? where_ : lines.span(),
                                 .line = lines.number(),
                                 .opens = opens_});
  if (!added) return;
  start_.reset();
  opens_ = text.size() > longest_wrapped_line ? Cue::Opens::paragraph : Cue::Opens::nothing;
}

}  // namespace kbgen
