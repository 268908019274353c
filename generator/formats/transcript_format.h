// What a row of the tables of transcript formats and of transcript writers is.
// Each row is defined in the file of its format; transcript_formats.cpp lists them.
#pragma once

#include <string>
#include <string_view>

#include "base/diagnostics.h"
#include "base/source.h"
#include "formats/layout.h"
#include "formats/transcript_cues.h"

namespace kbgen {

struct FormatEvidence;

// How sure a format is that a text is written in it.
enum class Fit {
  none,      // the text is something else
  possible,  // it could be, if no other format fits
  likely,    // its lines have the shape of the format
  certain,   // it has what no other format has
};

// What the words of a format stand in.
enum class Syntax {
  own,    // a language that no other text has: JSON, XML, cues with an arrow between times
  prose,  // lines of words; a text in a language for machines is none of these formats
};

struct TranscriptFormat {
  std::string_view name;       // also the value of `format:` and the folder of its cases
  std::string_view extension;  // several formats may share one
  Fit (*looks_like)(const FormatEvidence& evidence);
  Transcript (*parse)(const SourceFile& file, Diagnostics& diag);
  Syntax syntax = Syntax::own;
};

// The output of each writer is read back by one of our formats, and writing that
// again gives the same bytes.
struct TranscriptWriter {
  std::string_view name;       // as in `kbgen transcript --to NAME`
  std::string_view extension;  // of the file beside the episode's page
  std::string_view media_type;
  std::string (*write)(const Transcript& transcript, const Layout& layout);
};

}  // namespace kbgen
