// URLs, e-mail addresses, paths and names of files in running text: what is
// written there was not said of anything.
#pragma once

#include <string_view>

#include "base/marked_text.h"

namespace kbgen {

// Whether `range` is only a part of one, as "Kaggle" is of "kaggle.com/learn".
// Who says "fast.ai" says a name, although it is an address, too.
bool is_inside_address(std::string_view text, TextRange range);

}  // namespace kbgen
