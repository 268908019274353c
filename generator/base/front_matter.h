// The YAML between two lines of '---' at the top of a file.
#pragma once

#include <optional>

#include "base/source.h"

namespace kbgen {

struct FrontMatter {
  Span yaml;  // between the two lines
  Span body;  // everything after the second
};

// None when the first line is not '---' or no line ends it ('---' or '...').
std::optional<FrontMatter> find_front_matter(const SourceFile& file);

// Where a file begins with keys and a line of hyphens, and yet has no front
// matter: a line of '---' was forgotten or mistyped. Nothing otherwise.
Span broken_front_matter(const SourceFile& file);

// The same file with everything outside `part` blank but for its line ends, so
// that a line number in it is a line number in the file.
SourceFile keep_only(Span part);

}  // namespace kbgen
