// Writes Markdown piece by piece, as an HTML document is walked: elements open
// and close, text comes between them. Nothing in the text becomes markup by
// accident.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kbgen {

// What the writer needs of an element: its name in small letters, and the
// attributes of links and pictures.
struct HtmlElement {
  std::string_view name = {};
  std::string_view href = {}, source = {}, alternative = {};
};

// Whether an element begins on a new line.
bool is_block_element(std::string_view name);

class MarkdownWriter {
 public:
  // `keeps_lines`: a line end in the text is one in the Markdown, which is right
  // for plain text; in HTML with blocks it is a space.
  explicit MarkdownWriter(bool keeps_lines) : keeps_lines_(keeps_lines) {}

  void open(const HtmlElement& element);
  // Every element that was opened is closed, inner ones first; void elements
  // (br, hr, img) may be closed or not.
  void close(std::string_view name);
  void text(std::string_view text);

  // The Markdown of everything so far. It ends in a line end unless it is empty.
  std::string finish();

 private:
  struct Open {
    std::string mark;  // of emphasis; empty: a link
    std::string url;
    std::size_t begin;
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
  void block(std::string_view text);

  bool keeps_lines_;
  std::string out_, line_;
  std::vector<Open> open_;
  std::vector<List> lists_;
  int quotes_ = 0, heading_ = 0;
  bool is_item_ = false, was_item_ = false, was_quoted_ = false;
};

}  // namespace kbgen
