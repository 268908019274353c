// Fixes that say in a content file whose voices its transcript has.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/diagnostics.h"
#include "base/source.h"

namespace kbgen {

// Labels and the slugs of the people whom they mean.
using SpokenLabels = std::vector<std::pair<std::string, std::string>>;

// Makes the change that adds the labels to `speakers:` below `transcript:` of a file, which gets
// front matter if it has none. Returns nothing for a file that is not Markdown, and where the front
// matter cannot be read, is no YAML, or holds the turns itself.
std::optional<Fix> speakers_fix(const SourceFile& file, const SpokenLabels& labels);

// Makes the change that says who speaks where the transcript has no labels, likewise.
std::optional<Fix> speaker_fix(const SourceFile& file, const std::string& slug);

}  // namespace kbgen
