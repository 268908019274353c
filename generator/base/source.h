// A text file in memory, and ways to point into it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace kbgen {

// One file that was read. `text` is valid UTF-8 with '\n' line ends and no byte
// order mark (base/encoding.h makes it so). Spans point at the SourceFile, so
// it stays where it is for as long as a Span to it lives.
struct SourceFile {
  std::string path;  // as shown to the user, '/' separated
  std::string text;
};

// Bytes [begin, end) of a file. A Span without a file points nowhere.
struct Span {
  const SourceFile* file = nullptr;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  std::string_view text() const {
    return file ? std::string_view(file->text).substr(begin, end - begin) : std::string_view();
  }
  explicit operator bool() const { return file != nullptr; }
};

// Where a span begins, as people and editors count: from 1, columns in code
// points.
struct LineColumn {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
};

// Linear in the file: for reports, not for loops.
LineColumn line_column_of(const SourceFile& file, std::uint32_t offset);

// The whole line that holds `offset`, without its line end.
std::string_view line_of(const SourceFile& file, std::uint32_t offset);

Span whole_file(const SourceFile& file);

}  // namespace kbgen
