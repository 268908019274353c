// A link or picture in rendered Markdown whose address is not known yet.
#pragma once

#include <cstdint>
#include <string>

#include "base/source.h"

namespace kbgen {

// A place in rendered HTML that is filled in when it is known where things are.
struct MarkdownSlot {
  // url: the value of a href. image: the value of a src. wiki: a whole
  // [[target|label]], to become a link.
  enum class Kind { url, image, wiki };
  Kind kind = Kind::url;
  std::uint32_t offset = 0;  // in MarkdownHtml::html; ascending
  std::string target;        // as written, percent-escapes and all
  std::string label;         // of a wiki link; empty: the target's own title
  Span span;                 // of the target in the source
};

}  // namespace kbgen
