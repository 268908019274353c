// Writes pages as Markdown: the twins that programs read, and the text of pinned versions.
#pragma once

#include <string>
#include <string_view>

#include "language/messages.h"
#include "model/knowledge.h"

namespace kbgen {

// The page with its title. Links to other pages lead to their twins. The twin of a pinned version
// is its file.
std::string twin_of(const Knowledge& known, const Strings& strings, const Page& page);

// The page without its title. Links lead to pages and are relative to the path `from`.
std::string words_of_page(const Knowledge& known, const Strings& strings, const Page& page,
                          std::string_view from);

// Escapes text so that Markdown shows it as it is: it makes no heading or link. Line ends become
// spaces.
std::string escape_markdown(std::string_view text);

}  // namespace kbgen
