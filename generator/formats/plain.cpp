// Plain paragraphs: anything pasted. No times and no speakers; giant paragraphs
// are split by the layout, not here.
#include <algorithm>

#include "base/front_matter.h"
#include "formats/prose.h"
#include "formats/rows.h"

namespace kbgen {

static bool looks_like_plain(std::string_view text) {
  return std::ranges::none_of(transcript_formats(), [&](const TranscriptFormat* format) {
    return format != &plain_format && format->looks_like(text);
  });
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

const TranscriptFormat plain_format = {"plain", ".txt", looks_like_plain, parse_plain};

}  // namespace kbgen
