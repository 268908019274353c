// What the name of a recording's file tells: "2024-03-01 ep42 Why links rot".
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/time.h"

namespace kbgen {

struct FileNameFacts {
  std::string title;  // what is left, as words; may be empty
  std::optional<Date> date;
  std::optional<int> number;
};

// `stem`: without folder and extension.
FileNameFacts facts_of_file_name(std::string_view stem);

}  // namespace kbgen
