// The <meta> tags by which a page describes itself: to Zotero and Citoid (z:), to programs that
// read the tags of Highwire and Dublin Core, and to those that show a preview of a link (Open
// Graph).
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

// The tags of the page being rendered; none for 404.html.
std::vector<MetaTag> meta_tags(const View& view);

}  // namespace kbgen
