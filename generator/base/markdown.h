// Markdown (GitHub's kind: tables, strike-through, autolinks).
//
// Raw HTML in it is text like any other: it is shown, never obeyed.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "base/markdown_slot.h"
#include "base/marked_text.h"
#include "base/source.h"

namespace kbgen {

// One leaf block, flattened: text without Markdown signs, and what they meant.
struct MarkdownBlock {
  enum class Kind { paragraph, heading, list_item, code, rule };
  Kind kind = Kind::paragraph;
  int level = 0;                // of a heading: 1 to 6; of a list item: its depth, from 1
  int number = 0;               // of an item of an ordered list; 0 if not ordered
  bool quoted = false;          // inside a block quote
  bool continues_item = false;  // a further paragraph of the same list item
  std::string text;
  std::vector<Mark> marks;
  std::uint32_t line = 0;  // in the file, from 1
};

// In order; every word is in one of them. None of what is_bearable_markdown() refuses.
std::vector<MarkdownBlock> markdown_blocks(Span part);

struct MarkdownHtml {
  std::string html;
  std::vector<MarkdownSlot> slots;
  std::string text;  // the words alone, blocks apart by '\n'
};

struct HeadingStyle {
  int top_level = 2;           // what the highest heading of the text becomes
  std::string_view id_prefix;  // of ids, which are made of the heading's words
};

// Headings keep their distance from each other. Links to other hosts
// stand as they are, pictures on other hosts become links to them, an unsafe
// scheme loses its link; every other link, image and [[wiki link]] is a slot.
// Reports `unsafe-link` and `markdown-limit`, with which nothing is rendered.
MarkdownHtml markdown_html(Span part, HeadingStyle headings, Diagnostics& diag);

}  // namespace kbgen
