// A piece of Markdown between blank lines or signs: what a document is made of.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/marked_text.h"

namespace kbgen {

// One leaf block: its text without the signs of Markdown, and what these signs meant.
struct MarkdownBlock {
  enum class Kind { paragraph, heading, list_item, code, rule };
  Kind kind = Kind::paragraph;
  int level = 0;                // of a heading: 1 to 6; of a list item: its depth, from 1
  int number = 0;               // of an item of an ordered list; 0 for all other blocks
  bool quoted = false;          // whether it is inside a block quote
  bool continues_item = false;  // whether it is a further paragraph of the same list item
  std::string text;
  std::vector<Mark> marks;
  std::uint32_t line = 0;  // in the file, from 1
};

}  // namespace kbgen
