// Makes a flat list of the blocks of a Markdown document, whose nodes are visited in order.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/markdown_block.h"

namespace kbgen {

class MarkdownBlockWriter {
 public:
  // What is around the blocks. `first_number` is that of the first item; nothing: the list is not
  // ordered.
  void begin_quote() { ++quotes_; }
  void end_quote() { --quotes_; }
  void begin_list(std::optional<int> first_number);
  void end_list() { lists_.pop_back(); }
  void begin_item();

  // Begins a block that stands at a line of the file. A paragraph in a list is an item, or goes on
  // with one. `level` is that of a heading.
  void begin_block(MarkdownBlock::Kind kind, std::uint32_t line, int level = 0);
  void add_text(std::string_view text) { blocks_.back().text += text; }
  // A link whose address pages may not link to is no mark; nor is one without text.
  void open_mark(Mark::Kind kind, std::string_view url);
  void close_mark();
  void end_block();

  std::vector<MarkdownBlock> take() { return std::move(blocks_); }

 private:
  struct List {
    int next_number;  // of the latest item; below 0: the list is not ordered
    bool item_has_text = false;
  };

  std::uint32_t size() const { return static_cast<std::uint32_t>(blocks_.back().text.size()); }

  std::vector<MarkdownBlock> blocks_;
  int quotes_ = 0;
  std::vector<List> lists_;
  std::vector<std::size_t> open_marks_;  // of the last block
};

}  // namespace kbgen
