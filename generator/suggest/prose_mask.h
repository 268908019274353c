// Blanks everything in a Markdown file in which no [[link]] may be written.
#pragma once

#include <string>

#include "base/source.h"

namespace kbgen {

// Returns a text of the same length as the file's, in which front matter, headings, code, links,
// pictures, addresses and HTML tags are replaced by control characters, which no name has.
// `stop_at_transcript`: so is everything from a heading with "Transcript" on.
std::string masked_prose(const SourceFile& file, bool stop_at_transcript);

}  // namespace kbgen
