// Reads the text of a transcript in the format that it is in.
#pragma once

#include <string>

#include "formats/transcript_formats.h"

namespace kbgen {

// What a file with this text says; nothing may be wrong with it.
inline Transcript parsed(const std::string& text) {
  Diagnostics diag;
  SourceFile file{"input", text};
  return parse_transcript(file, *recognize_format(file.text), diag);
}

}  // namespace kbgen
