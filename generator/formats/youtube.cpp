// Captions copied from YouTube's transcript panel: "0:01 text", or the time and
// the text on lines of their own. No speakers, and in automatic captions neither
// capitals nor punctuation, which is how they are told from other timed lines.
#include "formats/evidence.h"
#include "formats/timed_lines.h"
#include "formats/transcript_format.h"

namespace kbgen {

static Fit looks_like_youtube(const FormatEvidence& evidence) {
  const LineSurvey& lines = evidence.lines;
  bool alternates = lines.bare_times * 2 > lines.timed;
  bool is_unpunctuated = lines.sentence_ends * 5 < lines.timed;
  return are_timed_lines(lines) && (alternates || is_unpunctuated) ? Fit::likely : Fit::none;
}

extern const TranscriptFormat youtube_format = {"youtube", ".txt", looks_like_youtube,
                                                parse_timed_lines, Syntax::prose};

}  // namespace kbgen
