// A correction more in a file that somebody wrote by hand: every other byte
// stays as it is.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/source.h"

namespace kbgen {

// The file's new text; nothing when it cannot be done so that reading it again
// gives exactly one correction more.
std::optional<std::string> with_correction_in_config(const SourceFile& file, std::string_view heard,
                                                     std::string_view said);
std::optional<std::string> with_correction_in_episode(const SourceFile& file,
                                                      std::string_view heard,
                                                      std::string_view said);

}  // namespace kbgen
