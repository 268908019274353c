// A Markdown file with everything blanked in which a link may not be written.
#pragma once

#include <string>

#include "base/source.h"

namespace kbgen {

// Same length as the file's text: front matter, headings, code, links, pictures,
// addresses and HTML tags are control characters, which no name has.
// `stop_at_transcript`: so is what stands below a heading "Transcript".
std::string masked_prose(const SourceFile& file, bool stop_at_transcript);

}  // namespace kbgen
