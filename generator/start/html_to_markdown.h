// Converts the notes of a podcast's feed, which are HTML of any quality or plain text, to Markdown
// with the same paragraphs, lists, links and emphasis. Elements without a counterpart keep only
// their words. Characters that would be markup by accident are escaped.
#pragma once

#include <string>
#include <string_view>

namespace kbgen {

// The Markdown ends with a line end unless it is empty.
std::string html_to_markdown(std::string_view html);

// The words of the HTML without markup, on one line.
std::string plain_text(std::string_view html);

}  // namespace kbgen
