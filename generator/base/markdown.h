// Markdown (GitHub's kind: tables, strike-through, autolinks).
//
// Raw HTML in it is text like any other: it is shown, never obeyed.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/marked_text.h"
#include "base/source.h"

namespace kbgen {

// One leaf block, flattened: text without Markdown signs, and what they meant.
struct MarkdownBlock {
  enum class Kind { paragraph, heading, list_item, code, rule };
  Kind kind = Kind::paragraph;
  int level = 0;        // of a heading: 1 to 6; of a list item: its depth, from 1
  int number = 0;       // of an item of an ordered list; 0 if not ordered
  bool quoted = false;  // inside a block quote
  bool continues_item = false;  // a further paragraph of the same list item
  std::string text;
  std::vector<Mark> marks;
  std::uint32_t line = 0;  // in the file, from 1
};

// The blocks of `part`, in order; every word of it is in one of them.
std::vector<MarkdownBlock> markdown_blocks(Span part);

}  // namespace kbgen
