// Reads a file line by line and tells the place of each line.
#pragma once

#include <string_view>

#include "base/source.h"

namespace kbgen {

// Used as `while (lines.next()) … lines.text() …`. The file must outlive it.
class LineReader {
 public:
  explicit LineReader(const SourceFile& file) : file_(&file) {}

  // Goes to the next line; false at the end. A file that ends in '\n' has no empty line after it.
  bool next() {
    if (begin_of_next_ >= file_->text.size()) {
      begin_ = end_ = static_cast<std::uint32_t>(file_->text.size());
      return false;
    }
    begin_ = begin_of_next_;
    std::size_t newline = file_->text.find('\n', begin_);
    end_ = static_cast<std::uint32_t>(newline == std::string::npos ? file_->text.size() : newline);
    begin_of_next_ = end_ + 1;
    ++number_;
    return true;
  }

  // The text of the next line, without going there; empty at the end.
  std::string_view peek() const {
    LineReader ahead = *this;
    return ahead.next() ? ahead.text() : std::string_view();
  }
  bool at_end() const { return begin_of_next_ >= file_->text.size(); }

  std::string_view text() const {
    return std::string_view(file_->text).substr(begin_, end_ - begin_);
  }
  Span span() const { return {file_, begin_, end_}; }
  std::uint32_t begin() const { return begin_; }
  std::uint32_t number() const { return number_; }  // from 1

 private:
  const SourceFile* file_;
  std::uint32_t begin_ = 0, end_ = 0, begin_of_next_ = 0, number_ = 0;
};

}  // namespace kbgen
