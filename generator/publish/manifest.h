// What the last publish wrote, so that the next one knows what is its own.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "base/diagnostics.h"

namespace kbgen {

// Where it lies, below the output folder. What else lies there is kbgen's, too.
inline constexpr std::string_view own_output_folder = ".kbgen",
                                  manifest_file = ".kbgen/manifest.json";

// Paths below the output folder; empty when there is no manifest. Reports
// `unreadable-file` and, for a file that no kbgen wrote whole, `bad-manifest`.
std::set<std::string> read_manifest(const std::string& output_folder, Diagnostics& diag);

std::string manifest_of(const std::set<std::string>& paths);

// An empty string, or what went wrong.
std::string write_manifest(const std::string& output_folder, const std::set<std::string>& paths);

}  // namespace kbgen
