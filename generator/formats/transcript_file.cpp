#include "formats/transcript_file.h"

#include "base/encoding.h"
#include "formats/documents.h"
#include "formats/other_files.h"
#include "formats/transcript_formats.h"

namespace kbgen {

// The text of a document. Nothing, and it is reported, if it is damaged or if it is a web page in
// which nobody speaks: the words of any page would pass for prose otherwise.
static std::optional<SourceFile> decode_document(const DocumentKind& kind, std::string path,
                                                 std::string_view bytes, Diagnostics& diag) {
  std::optional<std::string> text = kind.text_of(bytes);
  if (!text) {
    diag.error("no-transcript", path,
               "this is " + std::string(kind.what) + " that is damaged, encrypted or too large",
               "open it in the program that made it, and save it as text");
    return std::nullopt;
  }
  SourceFile file = decode_source(std::move(path), *text, diag);
  if (kind.may_be_prose) return file;
  const TranscriptFormat* format = best_fit(file.text);
  if (format && format != find_format("plain")) return file;
  diag.error("no-transcript", file.path,
             "this is " + std::string(kind.what) + ", and nobody is named before their words in it",
             "save its words as text, or export them as WebVTT");
  return std::nullopt;
}

std::optional<SourceFile> decode_transcript(std::string path, std::string_view bytes,
                                            Diagnostics& diag) {
  if (const DocumentKind* kind = document_kind(bytes))
    return decode_document(*kind, std::move(path), bytes, diag);
  if (auto other = binary_file(bytes)) {
    diag.error("no-transcript", path, "this is " + other->what + ", and no transcript",
               other->help);
    return std::nullopt;
  }
  return decode_source(std::move(path), bytes, diag);
}

}  // namespace kbgen
