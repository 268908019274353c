// The cases below this folder: for each format transcripts as they are found,
// and beside each, in one notation for all formats, what must come out.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "base/source.h"
#include "formats/transcript_formats.h"

namespace kbgen {

struct FormatCase {
  const TranscriptFormat* format = nullptr;
  std::string path;  // below tests/formats
  std::string text;
};

// Of every format, in the order of their names.
const std::vector<FormatCase>& format_cases();

struct Parsed {
  Transcript transcript;
  std::string report;
};
Parsed parse_text(const TranscriptFormat& format, std::string_view text);

// One line a cue: `start --> end | speaker | opens and kind | words`, '-' for
// what is not told; then marks, legend and reports.
std::string to_cues(const Parsed& parsed);

// The words; of scripts without spaces, the characters.
std::vector<std::string> words_of(std::string_view text);
std::vector<std::string> words_of(const Transcript& transcript);

// A file below tests/formats; written anew when KBGEN_UPDATE is set.
std::string expected_text(const std::string& path, const std::string& actual);
std::string case_text(const std::string& path);

}  // namespace kbgen
