// Plain paragraphs, as anybody pastes them, without times and speakers. Giant
// paragraphs are split by the layout, not here.
#include "base/front_matter.h"
#include "base/text.h"
#include "formats/evidence.h"
#include "formats/other_files.h"
#include "formats/plain_paragraphs.h"
#include "formats/transcript_format.h"

namespace kbgen {

// Whether there are as many words as a talk has. Fewer are a note.
static bool has_words_of_a_talk(std::string_view text) {
  constexpr std::size_t enough = 150;
  // The first few thousand bytes nearly always decide.
  for (std::size_t length : {4 * 1024, 64 * 1024})
    if (count_words(text.substr(0, length)) >= enough) return true;
  return false;
}

static Fit looks_like_plain(const FormatEvidence& evidence) {
  bool is_talk = has_words_of_a_talk(evidence.text) && !is_mostly_times(evidence.text);
  return is_talk ? Fit::possible : Fit::none;
}

static Transcript parse_plain(const SourceFile& file, Diagnostics& diag) {
  TranscriptBuilder transcript(diag);
  ProseReader prose(transcript);
  LineReader lines(file);
  auto front_matter = find_front_matter(file);
  while (lines.next())
    if (!front_matter || lines.begin() >= front_matter->body.begin)
      prose.add_line(lines.text(), lines);
  return std::move(transcript).finish();
}

extern const TranscriptFormat plain_format = {"plain", ".txt", looks_like_plain, parse_plain,
                                              Syntax::prose};

}  // namespace kbgen
