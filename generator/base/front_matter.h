// Finds the front matter of a file: YAML between two lines of '---' at its top, TOML between two of
// '+++', or, in Markdown, JSON.
#pragma once

#include <optional>

#include "base/diagnostics.h"
#include "base/source.h"
#include "base/yaml.h"

namespace kbgen {

struct FrontMatter {
  enum class Language { yaml, toml, json };
  Span fields;  // what stands between the two lines; of JSON, with its braces
  Span body;    // everything behind it
  Language language = Language::yaml;
};

// Nothing if the file does not begin with front matter, or if nothing ends it ('---' or '...',
// '+++', the brace that closes the first one).
std::optional<FrontMatter> find_front_matter(const SourceFile& file);

// The fields of front matter, whatever language it is in. Nothing, and an error is reported, if it
// is not in that language.
std::optional<Yaml> read_front_matter(const FrontMatter& front_matter, Diagnostics& diag);

// The first line of a file that begins with a line of hyphens and a key, or with keys above a line
// of hyphens, and yet has no front matter, because one of the lines of '---' was forgotten or
// mistyped. Nothing for any other file.
Span broken_front_matter(const SourceFile& file);

// A copy of the file that has only `part` of it, after as many line ends as are before it, so that
// line numbers are those of the whole file.
SourceFile keep_only(Span part);

}  // namespace kbgen
