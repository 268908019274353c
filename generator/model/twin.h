// A page as Markdown: what programs read, what people copy, and what is kept of
// it when it is pinned.
#pragma once

#include <string>
#include <string_view>

#include "content/config.h"
#include "language/messages.h"
#include "model/links.h"
#include "model/map.h"
#include "model/plan.h"
#include "model/site.h"

namespace kbgen {

struct TwinInput {
  const Config& config;
  const Strings& strings;
  const Site& site;
  const Links& links;
  const Map& map;
};

// With its title; links to other pages lead to their twins.
std::string twin_of(const TwinInput& input, const Page& page);

// Without its title, as a page at `from` would say it: links lead to pages.
std::string words_of_page(const TwinInput& input, const Page& page, std::string_view from);

// Text of users is text here, too: no sign of it makes a heading or a link.
std::string escape_markdown(std::string_view text);

}  // namespace kbgen
