// The words of an office document as lines of text, which the grammar of who and when reads like
// any other text (turn_openings.h). Of its looks only those are kept that tell who speaks: bold
// words at the beginning of a line, headings, and the cells of tables.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kbgen {

class DocumentText {
 public:
  enum class Weight { normal, bold };

  // Appends words to the present line. White space is one space, as in the documents; a NUL byte,
  // which no text has, becomes U+FFFD.
  void words(std::string_view text, Weight weight);
  void line_break();
  // `level` is that of a heading from 1 on; 0 is a paragraph of words.
  void end_paragraph(int level = 0);
  // A cell of a table, and the end of a row. A row with words in one cell alone is a paragraph. In
  // formats that only mark where a cell ends, begin_cell() is not called.
  void begin_cell();
  void end_cell();
  void end_row();

  // All paragraphs, with a blank line between two of them. The text is empty afterwards.
  std::string finish();

 private:
  struct Run {
    std::string text;
    Weight weight = Weight::normal;
  };
  std::string take_line();
  void add_paragraph(std::string_view text);

  std::vector<Run> line_;
  std::string paragraph_;           // the lines of the present paragraph that are complete
  std::string cell_;                // the paragraphs of the present cell
  std::vector<std::string> cells_;  // of the present row
  std::size_t open_cells_ = 0;
  std::string out_;
};

}  // namespace kbgen
