// Transcripts: any bytes through recognition, every reader, the layout and every
// writer, and what the writers make through their readers once more.
#include "base/encoding.h"
#include "formats/layout.h"
#include "formats/transcript_formats.h"
#include "fuzz/target.h"

namespace kbgen::fuzz {

namespace {

// Text that seems to be encoded twice is repaired on the way in, so an export
// of it is not the same text; everything else must be.
void check_exports(const Transcript& transcript) {
  for (const TranscriptWriter& writer : transcript_writers()) {
    Diagnostics diag;
    SourceFile once{"export", writer.write(transcript, layout_of(transcript))};
    require_utf8(once.text, "an export");
    if (repair_double_encoding(once, diag).text != once.text) continue;
    Transcript again = parse_transcript(once, *recognize_format(once.text), diag);
    require(writer.write(again, layout_of(again)) == once.text,
            "an export that is read and written again is another one");
  }
}

void read(std::string_view bytes) {
  Diagnostics diag;
  SourceFile file = decoded("fuzz", bytes);
  recognize_format(file.text);
  for (const TranscriptFormat* format : transcript_formats()) {
    Transcript transcript = parse_transcript(file, *format, diag);
    layout_of(transcript);
    if (!transcript.cues.empty()) check_exports(transcript);
  }
  require_utf8(format_diagnostics(diag), "a report");
}

const AddTarget added("transcripts", read);

}  // namespace

}  // namespace kbgen::fuzz
