#include "formats/document_text.h"

#include <algorithm>
#include <utility>

#include "base/text.h"

namespace kbgen {

void DocumentText::words(std::string_view text, Weight weight) {
  if (text.empty()) return;
  if (line_.empty() || line_.back().weight != weight) line_.push_back({"", weight});
  std::string& run = line_.back().text;
  for (char c : text) {
    bool is_space = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (is_space && run.ends_with(' ')) continue;
    if (c == '\0')
      run += "\uFFFD";
    else
      run += is_space ? ' ' : c;
  }
}

// The present line. Bold words at its front are marked, unless they are longer than a name: then
// they are only loud.
std::string DocumentText::take_line() {
  constexpr std::size_t longest_name = 60;
  std::string front, rest;
  for (const Run& run : std::exchange(line_, {})) {
    bool is_front = rest.empty() && (run.weight == Weight::bold || trim(run.text).empty());
    (is_front ? front : rest) += run.text;
  }
  std::string_view name = trim(front);
  bool is_label = !name.empty() && name.size() <= longest_name && name.find('*') == name.npos;
  if (!is_label) return std::string(trim(front + rest));
  bool has_gap = front.ends_with(' ') || rest.starts_with(' ');
  std::string line = "**" + std::string(name) + "**";
  if (!trim(rest).empty()) line.append(has_gap ? " " : "").append(trim(rest));
  return line;
}

void DocumentText::line_break() {
  std::string line = take_line();
  if (!line.empty()) paragraph_.append(paragraph_.empty() ? "" : "\n").append(line);
}

void DocumentText::end_paragraph(int level) {
  line_break();
  std::string text = std::move(paragraph_);
  paragraph_.clear();
  if (text.empty()) return;
  if (level > 0)
    text = std::string(static_cast<std::size_t>(std::min(level, 6)), '#') + " " +
           replace_all(replace_all(text, "\n", " "), "**", "");
  if (!cell_.empty()) cell_ += '\n';
  cell_ += text;
  // Outside of tables a paragraph is complete.
  if (open_cells_ == 0) add_paragraph(std::exchange(cell_, {}));
}

void DocumentText::add_paragraph(std::string_view text) {
  if (text.empty()) return;
  if (!out_.empty()) out_ += "\n\n";
  out_ += text;
}

void DocumentText::begin_cell() {
  end_paragraph();
  ++open_cells_;
}

void DocumentText::end_cell() {
  open_cells_ = std::max<std::size_t>(open_cells_, 1);
  end_paragraph();
  --open_cells_;
  cells_.push_back(std::exchange(cell_, {}));
}

void DocumentText::end_row() {
  std::erase(cells_, "");
  if (cells_.size() == 1) add_paragraph(cells_[0]);
  std::string row;
  for (const std::string& cell : cells_) row += "| " + collapse_space(cell) + " ";
  if (cells_.size() > 1) add_paragraph(row + "|");
  cells_.clear();
}

std::string DocumentText::finish() {
  open_cells_ = 0;
  end_paragraph();
  end_row();
  return std::exchange(out_, {});
}

}  // namespace kbgen
