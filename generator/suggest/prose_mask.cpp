#include "suggest/prose_mask.h"

#include <algorithm>

#include "base/front_matter.h"
#include "base/lines.h"
#include "base/text.h"

namespace kbgen {

namespace {

constexpr char blank = '\x01';
constexpr std::size_t farthest = 1000;  // bytes from an opening sign to the closing one

class Masker {
 public:
  Masker(const SourceFile& file, bool stop_at_transcript)
      : file_(file), text_(file.text), stop_at_transcript_(stop_at_transcript) {}

  std::string run() {
    if (std::optional<FrontMatter> front = find_front_matter(file_)) hide(0, front->body.begin);
    hide_lines();
    hide_spans();
    return std::move(text_);
  }

 private:
  void hide(std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < std::min(end, text_.size()); ++i)
      if (text_[i] != '\n') text_[i] = blank;
  }

  static bool is_underline(std::string_view line) {
    return !line.empty() &&
           (line.find_first_not_of('=') == line.npos || line.find_first_not_of('-') == line.npos);
  }

  // Hides fenced and indented code, headings and definitions of links.
  void hide_lines() {
    LineReader lines(file_);
    std::string_view fence;
    bool after_blank = true, ended = false;
    while (lines.next()) {
      std::string_view line = trim(lines.text());
      bool opens = line.starts_with("```") || line.starts_with("~~~");
      bool indented =
          after_blank && (lines.text().starts_with("    ") || lines.text().starts_with('\t'));
      bool heading = line.starts_with('#') || is_underline(trim(lines.peek()));
      ended |= heading && stop_at_transcript_ &&
               lower_ascii(line).find("transcript") != std::string::npos;
      bool definition = line.starts_with('[') && line.find("]:") != line.npos;
      if (ended || opens || !fence.empty() || indented || heading || definition)
        hide(lines.span().begin, lines.span().end);
      if (opens) fence = fence.empty() ? line.substr(0, 3) : line.starts_with(fence) ? "" : fence;
      after_blank = line.empty();
    }
  }

  // Returns the end of the code, link, tag or address that begins at `at`; npos if none does.
  std::size_t end_of_span(std::size_t at) const {
    std::string_view rest = std::string_view(text_).substr(at);
    if (rest[0] == '`') {
      std::size_t ticks = std::min(rest.find_first_not_of('`'), rest.size());
      return closed_by(rest.substr(0, ticks), at, ticks);
    }
    if (rest.starts_with("[[")) return closed_by("]]", at, 2);
    if (rest[0] == '<') return closed_by(">", at, 1);
    if (rest[0] == '[') return end_of_link(at);
    bool address =
        rest.starts_with("http://") || rest.starts_with("https://") || rest.starts_with("www.");
    return address ? at + std::min(rest.find_first_of(" \n)>"), rest.size())
                   : std::string_view::npos;
  }

  // Returns the text from `at` to the end of its paragraph, at most `farthest` bytes: signs that
  // are not closed there open nothing.
  std::string_view paragraph_at(std::size_t at) const {
    std::string_view rest = std::string_view(text_).substr(at, farthest);
    return rest.substr(0, rest.find("\n\n"));
  }

  std::size_t closed_by(std::string_view closer, std::size_t at, std::size_t from) const {
    std::size_t end = paragraph_at(at).find(closer, from);
    return end == std::string_view::npos ? end : at + end + closer.size();
  }

  // Returns the end of "[words](target)" or "[words][name]"; npos for brackets that are no link.
  std::size_t end_of_link(std::size_t at) const {
    std::string_view paragraph = paragraph_at(at);
    int depth = 0;
    for (std::size_t i = 0; i < paragraph.size(); ++i) {
      depth += paragraph[i] == '[' ? 1 : paragraph[i] == ']' ? -1 : 0;
      if (depth > 0) continue;
      bool goes_on =
          i + 1 < paragraph.size() && (paragraph[i + 1] == '(' || paragraph[i + 1] == '[');
      if (!goes_on) return std::string_view::npos;
      std::size_t end = paragraph.find(paragraph[i + 1] == '(' ? ')' : ']', i + 1);
      return end == paragraph.npos ? paragraph.npos : at + end + 1;
    }
    return std::string_view::npos;
  }

  void hide_spans() {
    for (std::size_t at = 0; at < text_.size();) {
      std::size_t end = end_of_span(at);
      if (end != std::string_view::npos) hide(at, end);
      at = end == std::string_view::npos ? at + 1 : end;
    }
  }

  const SourceFile& file_;
  std::string text_;
  bool stop_at_transcript_;
};

}  // namespace

std::string masked_prose(const SourceFile& file, bool stop_at_transcript) {
  return Masker(file, stop_at_transcript).run();
}

}  // namespace kbgen
