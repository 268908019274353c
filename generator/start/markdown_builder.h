// Writes Markdown while an HTML document is walked: elements are opened and closed, with text
// between them. Characters of the text that would be markup by accident are escaped.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kbgen {

// What the writer needs of an element: its name in lower case, and the attributes of links and
// pictures. They are only read while open() runs.
struct HtmlElement {
  std::string_view name = {};
  std::string_view href = {}, source = {}, alternative = {};  // the text that stands for a picture
};

// Whether an element of this name begins on a new line.
bool is_block_element(std::string_view name);

class MarkdownWriter {
 public:
  // With `keeps_lines` a line end in the text is one in the Markdown, too, as is right for plain
  // text; otherwise it is a space, as in HTML.
  explicit MarkdownWriter(bool keeps_lines) : keeps_lines_(keeps_lines) {}

  void open(const HtmlElement& element);
  // Every element that was opened must be closed, inner ones first; void elements (br, hr, img) may
  // be closed or not.
  void close(std::string_view name);
  void text(std::string_view text);

  // Writes blocks that the caller has as a whole. Cells are Markdown on one line; the first row is
  // the head of the table.
  void code_block(std::string_view text);
  void table(const std::vector<std::vector<std::string>>& rows);

  // The Markdown of everything so far. It ends with a line end unless it is empty.
  std::string finish();

 private:
  struct Open {
    std::string mark;   // "*" or "**"; empty for a link
    std::string url;    // of a link
    std::size_t begin;  // bytes, from the beginning of line_
  };
  struct List {
    bool is_ordered = false;
    int items = 0;
  };

  bool in_link() const;
  void line_break();
  void open_emphasis(std::string_view mark);
  void open_link(std::string_view href);
  void image(const HtmlElement& element);
  template <class Is>
  void close_last(Is is);
  void mark(const Open& open);
  void open_list(bool is_ordered);
  void close_list();
  void item();
  void end_block();
  enum class Lines { trimmed, as_they_are };
  void block(std::string_view text, Lines lines = Lines::trimmed);

  bool keeps_lines_;
  std::string out_, line_;
  std::vector<Open> open_;
  std::vector<List> lists_;
  int quotes_ = 0, heading_ = 0, preformatted_ = 0;
  bool is_item_ = false, was_item_ = false, was_quoted_ = false;
};

}  // namespace kbgen
