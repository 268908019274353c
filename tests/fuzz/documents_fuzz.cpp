// Documents: any bytes through every reader of documents, and the text that comes out through the
// recognition of transcripts.
#include "base/encoding.h"
#include "formats/documents.h"
#include "formats/transcript_file.h"
#include "formats/transcript_formats.h"
#include "fuzz/target.h"

namespace kbgen::fuzz {

namespace {

void read(std::string_view bytes) {
  Diagnostics diag;
  std::optional<SourceFile> file = decode_transcript("fuzz", bytes, diag);
  require(file || diag.has_errors(), "a document is read, or it is said why not");
  require_utf8(format_diagnostics(diag), "a report");
  if (!file) return;
  require_utf8(file->text, "the text of a document");
  if (const TranscriptFormat* format = recognize_format(file->text))
    parse_transcript(*file, *format, diag);
}

const AddTarget added("documents", read);

}  // namespace

}  // namespace kbgen::fuzz
