#include "formats/transcript_file.h"

#include "base/encoding.h"
#include "formats/other_files.h"

namespace kbgen {

std::optional<SourceFile> decode_transcript(std::string path, std::string_view bytes,
                                            Diagnostics& diag) {
  if (auto other = binary_file(bytes)) {
    diag.error("no-transcript", path, "this is " + other->what + ", and no transcript",
               other->help);
    return std::nullopt;
  }
  return decode_source(std::move(path), bytes, diag);
}

}  // namespace kbgen
