// A page as Markdown: what programs read, what people copy, and what is kept of
// it when it is pinned.
#pragma once

#include <string>
#include <string_view>

#include "language/messages.h"
#include "model/knowledge.h"

namespace kbgen {

// The page with its title; links to other pages lead to their twins.
std::string twin_of(const Knowledge& known, const Strings& strings, const Page& page);

// The page without its title, as a page at `from` would say it: links lead to pages.
std::string words_of_page(const Knowledge& known, const Strings& strings, const Page& page,
                          std::string_view from);

// Text of users is text here, too: no sign of it makes a heading or a link.
std::string escape_markdown(std::string_view text);

}  // namespace kbgen
