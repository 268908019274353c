// What the last publish wrote, so that the next one knows what is its own.
#pragma once

#include <set>
#include <string>

namespace kbgen {

// Paths below the output folder; empty when there is no manifest, or none that
// can be read.
std::set<std::string> read_manifest(const std::string& output_folder);

// An empty string, or what went wrong.
std::string write_manifest(const std::string& output_folder, const std::set<std::string>& paths);

}  // namespace kbgen
