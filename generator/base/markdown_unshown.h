// What stands in Markdown and is not for readers: the attributes that kramdown and Pandoc give to
// what stands before them.
#pragma once

#include <string>
#include <string_view>

namespace kbgen {

// Markdown without lists of attributes ("{: .note #id key="value"}", "{:toc}") and without the ids
// of headings ("## Rivers {#rivers}"). Code keeps them, and so does whatever has another form, such
// as "{:ok, value}". Line ends stay where they are.
std::string without_attributes(std::string_view markdown);

}  // namespace kbgen
