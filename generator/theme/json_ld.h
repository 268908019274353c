// Describes a page to search engines in JSON-LD, with the vocabulary of schema.org: one tree, the
// page at the top and the thing that it is about inside.
#pragma once

#include <string>

#include "theme/view.h"

namespace kbgen {

// The description of the page being rendered, escaped for <script>. Empty for 404.html.
std::string json_ld(const View& view);

}  // namespace kbgen
