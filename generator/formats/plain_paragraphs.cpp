#include "formats/plain_paragraphs.h"

#include <algorithm>

#include "base/html.h"
#include "base/markdown.h"
#include "base/paths.h"
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
  if (add_markdown(text, lines)) return;
  NewCue cue{.start = start_,
             .speaker = speaker_,
             .text = text,
             .where = start_ ? where_ : lines.span(),
             .line = lines.number(),
             .opens = opens_};
  add_words(cue, {}, text.size());
}

bool ProseReader::add_words(const NewCue& cue, const std::vector<Mark>& marks, std::size_t length) {
  constexpr std::size_t longest_wrapped_line = 120;
  if (!transcript_->add(cue, marks)) return false;
  start_.reset();
  bool ends = length > longest_wrapped_line || cue.kind != Cue::Kind::speech;
  opens_ = ends ? Cue::Opens::paragraph : Cue::Opens::nothing;
  return true;
}

// Adds a line of a Markdown file as what its signs mean. False, and nothing is added, for a line
// without any, and in other files, where a sign is only a letter.
bool ProseReader::add_markdown(std::string_view text, const LineReader& lines) {
  std::string extension = file_extension(lines.span().file->path);
  bool is_markdown = extension == ".md" || extension == ".markdown";
  bool has_signs = text.find_first_of("[`*_~<>\\") != text.npos ||
                   text.find_first_of("-+") == text.find_first_not_of(" \t");
  if (!is_markdown || !has_signs) return false;
  SourceFile alone{"", std::string(trim(text))};
  if (trim(without_comments(alone.text)).empty()) return true;
  std::vector<MarkdownBlock> blocks = markdown_blocks(whole_file(alone));
  // The number of a line may be one that was said: "1986. What a year."
  if (std::ranges::any_of(blocks, [](const MarkdownBlock& block) { return block.number > 0; }))
    return false;
  bool is_added = false;
  for (const MarkdownBlock& block : blocks) {
    bool is_item = block.kind == MarkdownBlock::Kind::list_item;
    NewCue cue{.start = start_,
               .speaker = speaker_,
               .text = block.text,
               .where = start_ ? where_ : lines.span(),
               .line = lines.number(),
               .opens = opens_,
               .kind = is_item        ? Cue::Kind::list_item
                       : block.quoted ? Cue::Kind::quote
                                      : Cue::Kind::speech};
    if (cue.kind != Cue::Kind::speech && opens_ == Cue::Opens::nothing)
      cue.opens = Cue::Opens::paragraph;
    is_added |= add_words(cue, block.marks, text.size());
  }
  return is_added;
}

}  // namespace kbgen
