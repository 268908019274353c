#include "base/source.h"

#include <algorithm>
#include <chrono>
#include <vector>

#include "base/digest.h"

namespace kbgen {

namespace {

using Clock = std::chrono::steady_clock;

bool starts_code_point(char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }

struct Place {
  std::uint32_t line = 1, line_begin = 0, column = 1;

  void pass(std::string_view text, std::size_t from, std::size_t to) {
    for (std::size_t at = from; at < to; ++at) {
      if (text[at] == '\n')
        *this = {line + 1, static_cast<std::uint32_t>(at + 1), 1};
      else
        column += starts_code_point(text[at]);
    }
  }
};

// Places of one text, one every few thousand bytes: a hundred thousand reports
// of one file, or of one line, must not each count from its beginning.
class LineIndex {
 public:
  Place find(const SourceFile& file, std::size_t offset) {
    std::string_view text = file.text;
    offset = std::min(offset, text.size());
    if (!is_of(file)) build(file);
    Place place = marks_[offset / step];
    place.pass(text, offset / step * step, offset);
    return place;
  }

 private:
  static constexpr std::size_t step = 4096;
  // Another text of the same file may come to lie where this one lay, but not so soon.
  static constexpr auto trusted_for = std::chrono::milliseconds(20);

  bool is_of(const SourceFile& file) {
    if (file.text.data() != data_ || file.text.size() != size_ || file.path != path_) return false;
    Clock::time_point now = Clock::now();
    if (now - verified_ < trusted_for) return true;
    verified_ = now;
    return quick_digest_of(file.text) == digest_;
  }

  void build(const SourceFile& file) {
    std::string_view text = file.text;
    data_ = text.data();
    size_ = text.size();
    path_ = file.path;
    digest_ = quick_digest_of(text);
    verified_ = Clock::now();
    marks_.assign(1, Place{});
    for (std::size_t at = step; at <= text.size(); at += step) {
      Place place = marks_.back();
      place.pass(text, at - step, at);
      marks_.push_back(place);
    }
  }

  const char* data_ = nullptr;
  std::size_t size_ = 0;
  std::string path_;
  std::uint64_t digest_ = 0;
  Clock::time_point verified_;
  std::vector<Place> marks_;
};

// Of the file that this thread reported on last.
Place place_of(const SourceFile& file, std::size_t offset) {
  thread_local LineIndex index;
  return index.find(file, offset);
}

}  // namespace

LineColumn line_column_of(const SourceFile& file, std::uint32_t offset) {
  Place place = place_of(file, offset);
  return {place.line, place.column};
}

std::string_view line_of(const SourceFile& file, std::uint32_t offset) {
  std::string_view text = file.text;
  std::size_t begin = place_of(file, offset).line_begin;
  return text.substr(begin, text.find('\n', begin) - begin);
}

Span whole_file(const SourceFile& file) {
  return {&file, 0, static_cast<std::uint32_t>(file.text.size())};
}

}  // namespace kbgen
