// The manifest: a list of the files that the last publish wrote, by which the next one knows which
// files are kbgen's own.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "base/diagnostics.h"

namespace kbgen {

// The manifest and its folder, as paths below the output folder.
inline constexpr std::string_view own_output_folder = ".kbgen",
                                  manifest_file = ".kbgen/manifest.json";

// Returns paths below the output folder, none if there is no manifest. Reports `unreadable-file`,
// and `bad-manifest` for a file that is not a whole manifest.
std::set<std::string> read_manifest(const std::string& output_folder, Diagnostics& diag);

std::string manifest_of(const std::set<std::string>& paths);

// Writes the manifest if it changes. Returns an empty string, or what went wrong.
std::string write_manifest(const std::string& output_folder, const std::set<std::string>& paths);

}  // namespace kbgen
