// A text file in memory, and places in it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace kbgen {

// One file that was read. `text` is valid UTF-8 with '\n' line ends and no byte order mark, as
// base/encoding.h makes it. Spans have pointers to it, so it must not be moved or destroyed while
// there is a Span of it.
struct SourceFile {
  std::string path;  // as it is shown to the user, with '/'
  std::string text;
};

// The bytes [begin, end) of a file. A Span without a file is no place at all, and false.
struct Span {
  const SourceFile* file = nullptr;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  std::string_view text() const {
    return file ? std::string_view(file->text).substr(begin, end - begin) : std::string_view();
  }
  explicit operator bool() const { return file != nullptr; }
};

// A place as people and editors count: lines and columns from 1, columns in code points.
struct LineColumn {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
};

// The place of a byte. It takes time in proportion to the size of the file: enough for reports, too
// slow for loops.
LineColumn line_column_of(const SourceFile& file, std::uint32_t offset);

// The whole line that holds `offset`, without its line end.
std::string_view line_of(const SourceFile& file, std::uint32_t offset);

Span whole_file(const SourceFile& file);

}  // namespace kbgen
