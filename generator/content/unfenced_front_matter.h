// Front matter without lines of hyphens around it, as Pelican and MultiMarkdown write it:
//
//     Title: The mill
//     Date: 2024-03-05
//
//     Here the page begins.
#pragma once

#include <optional>

#include "base/source.h"
#include "base/yaml.h"

namespace kbgen {

struct UnfencedFrontMatter {
  Yaml fields;  // a map of texts: such lines are no YAML
  Span body;    // behind the empty line, or the line of hyphens, that ends the keys
};

// Nothing if the file does not begin with such lines. One of the keys must be a title or a date:
// "Ada: Good morning." is speech.
std::optional<UnfencedFrontMatter> find_unfenced_front_matter(const SourceFile& file);

}  // namespace kbgen
