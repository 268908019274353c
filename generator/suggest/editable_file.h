// A file whose text can be edited and turned back into bytes.
#pragma once

#include <optional>
#include <string>

#include "base/source.h"

namespace kbgen {

// Files that are not plain UTF-8 with line ends of one kind are left to their authors.
struct EditableFile {
  SourceFile source;
  bool has_mark = false;     // the file begins with a byte order mark
  bool has_returns = false;  // its lines end with "\r\n"

  std::string bytes_of(const std::string& text) const;
};

// Reads a file for editing. Nothing, and `problem` says why, if it cannot be read or edited.
std::optional<EditableFile> open_for_edit(const std::string& path, std::string& problem);

}  // namespace kbgen
