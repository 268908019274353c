// Files that are no transcripts: what they seem to be, so that nothing unknown is
// published as speech.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kbgen {

// What a file seems to be, as the end of "this is …", and what its author can do.
struct OtherFile {
  std::string what;
  std::string help;
  bool is_table = false;  // rows of cells, in which there may be times, names and words
};

// What bytes are by their first ones, if they are no text at all: a picture, a
// recording, an archive. Nothing if they may be a text.
std::optional<OtherFile> binary_file(std::string_view bytes);

// What a text is written in, if that is a language for machines: JSON, HTML, XML, RTF,
// a table. Nothing if it reads like prose. A reader of that language may still know it.
std::optional<OtherFile> machine_text(std::string_view text);

// Whether most lines have no word at all, only times and numbers.
bool is_mostly_times(std::string_view text);

}  // namespace kbgen
