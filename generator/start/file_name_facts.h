// Reads what the name of a transcript's file tells of the episode: "2024-03-01 ep42 Why links rot".
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/time.h"

namespace kbgen {

struct FileNameFacts {
  std::string title;  // the other words of the name; may be empty
  std::optional<Date> date;
  std::optional<int> number;
};

// `stem` is the name without folder and extension.
FileNameFacts facts_of_file_name(std::string_view stem);

}  // namespace kbgen
