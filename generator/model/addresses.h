// Recognises URLs, e-mail addresses, paths and file names in running text. A name that is part of
// one is not a mention.
#pragma once

#include <string_view>

#include "base/marked_text.h"

namespace kbgen {

// Whether `range` is only a part of an address, as "Kaggle" is of "kaggle.com/learn". False for a
// whole address: "fast.ai" may be a name, too.
bool is_inside_address(std::string_view text, TextRange range);

}  // namespace kbgen
