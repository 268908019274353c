#include "base/source.h"

#include <algorithm>
#include <cstring>
#include <functional>

#include "base/ascii.h"

namespace kbgen {

static std::size_t line_begin(std::string_view text, std::size_t offset) {
  if (offset == 0) return 0;
  const void* newline = memrchr(text.data(), '\n', offset);
  return newline ? static_cast<std::size_t>(static_cast<const char*>(newline) - text.data()) + 1
                 : 0;
}

LineColumn line_column_of(const SourceFile& file, std::uint32_t offset) {
  std::string_view text = file.text;
  offset = std::min<std::uint32_t>(offset, text.size());
  std::size_t begin = line_begin(text, offset);
  LineColumn place;
  place.line += std::count(text.begin(), text.begin() + begin, '\n');
  place.column +=
      std::count_if(text.begin() + begin, text.begin() + offset, std::not_fn(continues_letter));
  return place;
}

std::string_view line_of(const SourceFile& file, std::uint32_t offset) {
  std::string_view text = file.text;
  std::size_t begin = line_begin(text, std::min<std::size_t>(offset, text.size()));
  return text.substr(begin, text.find('\n', begin) - begin);
}

Span whole_file(const SourceFile& file) {
  return {&file, 0, static_cast<std::uint32_t>(file.text.size())};
}

}  // namespace kbgen
