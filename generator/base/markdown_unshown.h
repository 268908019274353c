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

// Whether Markdown defines a footnote, and all that looks like a reference to one ends in its line.
// cmark-gfm takes any "[^ … ]" for a reference, and of one that goes over a line end it loses
// words.
bool may_have_footnotes(std::string_view markdown);

}  // namespace kbgen
