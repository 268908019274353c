// Finds the front matter of a file: the YAML between two lines of '---' at its top.
#pragma once

#include <optional>

#include "base/source.h"

namespace kbgen {

struct FrontMatter {
  Span yaml;  // between the two lines
  Span body;  // everything after the second
};

// Nothing if the first line is not '---' or no later line ends it ('---' or '...').
std::optional<FrontMatter> find_front_matter(const SourceFile& file);

// The first line of a file that begins with a line of hyphens and a key and yet has no front
// matter, because one of the lines of '---' was forgotten or mistyped. Nothing for any other file.
Span broken_front_matter(const SourceFile& file);

// A copy of the file that has only `part` of it, after as many line ends as are before it, so that
// line numbers are those of the whole file.
SourceFile keep_only(Span part);

}  // namespace kbgen
