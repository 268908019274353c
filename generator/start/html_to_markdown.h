// Notes of a podcast's feed, HTML of any quality or plain text, as Markdown that
// says the same: paragraphs, lists, links, emphasis. What has no counterpart
// loses its form and keeps its words. Nothing in it stays markup by accident.
#pragma once

#include <string>
#include <string_view>

namespace kbgen {

// Ends in a line end unless it is empty.
std::string html_to_markdown(std::string_view html);

// Its words alone, in one line.
std::string plain_text(std::string_view html);

}  // namespace kbgen
