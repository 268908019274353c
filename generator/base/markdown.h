// Reads Markdown as GitHub does (with tables, strike-through and autolinks), to blocks of text or
// to HTML. HTML in it is text: pages show its tags and do not obey them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "base/markdown_block.h"
#include "base/markdown_slot.h"
#include "base/source.h"

namespace kbgen {

// The leaf blocks of a text in their order; every word is in one of them. Empty for a text that
// is_within_markdown_limits() refuses.
std::vector<MarkdownBlock> markdown_blocks(Span part);

// Markdown as HTML in which some addresses are still missing.
struct MarkdownHtml {
  std::string html;
  std::vector<MarkdownSlot> slots;  // where they are missing, in the order of the HTML
  std::string text;                 // the words without markup, with '\n' between blocks
};

struct HeadingStyle {
  int top_level = 2;           // the level that the highest heading of the text gets
  std::string_view id_prefix;  // of the ids of headings, which are slugs of their words
};

// Renders Markdown as HTML. The levels of headings keep their distance from each other. Links to
// other hosts stay as they are, and pictures on other hosts become links to them. Every other link
// and picture, and every [[wiki link]], is a slot. Reports `unsafe-link` for a link with a scheme
// such as javascript:, of which only the text is kept, and `markdown-limit` for a text that would
// take too long to read, of which nothing is rendered.
MarkdownHtml markdown_html(Span part, HeadingStyle headings, Diagnostics& diag);

}  // namespace kbgen
