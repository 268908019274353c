// Adds a correction to a file that somebody wrote by hand, and changes nothing else in it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/source.h"

namespace kbgen {

// Both return the file's new text, in which `heard` is corrected to `said`. They return nothing if
// reading the new text would not give the old values and exactly one correction more.
std::optional<std::string> with_correction_in_config(const SourceFile& file, std::string_view heard,
                                                     std::string_view said);
std::optional<std::string> with_correction_in_episode(const SourceFile& file,
                                                      std::string_view heard,
                                                      std::string_view said);

// The keys below which the latter writes: "transcript: corrections:", or "corrections:" where
// `transcript:` is a list of turns and has no room for them.
std::string_view place_of_corrections(const SourceFile& episode);

}  // namespace kbgen
