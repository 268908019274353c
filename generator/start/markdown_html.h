// Writes the HTML that stands in Markdown as Markdown: kbgen shows tags as text, so that no page
// can bring a script along. Emphasis, links, pictures, lists and headings have counterparts; other
// tags go and leave their words, players and scripts go as a whole.
#pragma once

#include <string>
#include <string_view>

namespace kbgen {

// Code stays as it is. Takes linear time.
std::string markdown_without_html(std::string_view markdown);

}  // namespace kbgen
