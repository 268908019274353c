// What a page says of itself in <meta>: to Zotero and Citoid (z:), to what reads
// Highwire's and Dublin Core's tags, and to what shows a link (Open Graph).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "theme/view.h"

namespace kbgen {

struct MetaTag {
  std::string_view attribute;  // "name" or "property"
  std::string_view name;
  std::string content;  // never empty
};

// None for the page for addresses that do not exist.
std::vector<MetaTag> meta_tags(const View& view);

}  // namespace kbgen
