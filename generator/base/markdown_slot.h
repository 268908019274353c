// Links and pictures in rendered Markdown whose addresses are not known yet.
#pragma once

#include <cstdint>
#include <string>

#include "base/source.h"

namespace kbgen {

// A place in rendered HTML into which something is written when the addresses of pages are known.
struct MarkdownSlot {
  // What is missing. url: the value of a href. image: the value of a src. wiki: a whole link, for
  // [[target|label]].
  enum class Kind { url, image, wiki };
  Kind kind = Kind::url;
  std::uint32_t offset = 0;  // in MarkdownHtml::html; slots are in ascending order
  std::string target;        // as the author wrote it, with percent-escapes
  std::string label;         // of a wiki link; empty: the title of the target
  Span span;                 // of the target in the source
};

}  // namespace kbgen
