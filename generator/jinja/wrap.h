// Python's textwrap.wrap(), as the filter 'wordwrap' uses it: tabs and other
// white space stay as they are.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace kbgen::jinja {

struct WrapOptions {
  std::size_t width = 79;
  bool breaks_long_words = true;
  bool breaks_at_hyphens = true;
};

std::vector<std::string> wrap(std::string_view line, const WrapOptions& options);

}  // namespace kbgen::jinja
