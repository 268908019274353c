// Reads what the name of a file tells of the episode in it: "2024-03-01 ep42 Why links rot".
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/time.h"

namespace kbgen {

struct FileNameFacts {
  std::string title;  // the other words of the name; may be empty
  std::optional<Date> date;
  std::optional<int> season, number;
  std::string youtube;   // the id in brackets that yt-dlp writes
  std::string language;  // the code at the end: "talk.en"
};

// `stem` is the name without folder and extension.
FileNameFacts facts_of_file_name(std::string_view stem);

// The part of a path that tells what the file is: its name without extension, or the name of its
// folder for ada/transcript.md, which is called like many others.
std::string telling_name(const std::string& path);

}  // namespace kbgen
