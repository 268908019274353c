#include "base/apply_fix.h"

#include <algorithm>

namespace kbgen {

// The offset at which a line begins, counted from 1. Lines end in "\n" or "\r\n".
static std::size_t begin_of_line(std::string_view text, std::uint32_t line) {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  std::size_t at = text.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
  for (std::uint32_t i = 1; i < line && at < text.size(); ++i)
    at = std::min(text.find('\n', at), text.size() - 1) + 1;
  return at;
}

bool apply_fix(std::string& text, const Fix& fix) {
  std::size_t at = begin_of_line(text, fix.line) + fix.begin;
  if (at > text.size() || text.compare(at, fix.from.size(), fix.from) != 0) return false;
  text.replace(at, fix.from.size(), fix.to);
  return true;
}

}  // namespace kbgen
