// What schema.org says of a page: one tree, of the page with the thing that it
// is about in it.
#pragma once

#include <string>

#include "theme/view.h"

namespace kbgen {

// Safe in <script>. Empty for the page for addresses that do not exist.
std::string json_ld(const View& view);

}  // namespace kbgen
