// Captions copied from YouTube's transcript panel: "0:01 text", or the time and
// the text on lines of their own. No speakers, and in automatic captions neither
// capitals nor punctuation, which is how they are told from other timed lines.
#include "formats/line_shapes.h"
#include "formats/rows.h"
#include "formats/timed_lines.h"

namespace kbgen {

static bool looks_like_youtube(std::string_view text) {
  return line_format_of(text) == LineFormat::youtube;
}

const TranscriptFormat youtube_format = {"youtube", ".txt", looks_like_youtube, parse_timed_lines};

}  // namespace kbgen
