#include "base/markdown_block_writer.h"

#include <algorithm>
#include <utility>

#include "base/html.h"

namespace kbgen {

void MarkdownBlockWriter::begin_list(std::optional<int> first_number) {
  lists_.push_back({first_number ? std::max(1, *first_number) - 1 : -1});
}

void MarkdownBlockWriter::begin_item() {
  if (lists_.back().next_number >= 0) ++lists_.back().next_number;
  lists_.back().item_has_text = false;
}

void MarkdownBlockWriter::begin_block(MarkdownBlock::Kind kind, std::uint32_t line, int level) {
  MarkdownBlock block;
  block.kind = kind;
  block.quoted = quotes_ > 0;
  block.line = line;
  block.level = level;
  if (kind == MarkdownBlock::Kind::paragraph && !lists_.empty()) {
    List& list = lists_.back();
    block.kind = MarkdownBlock::Kind::list_item;
    block.level = static_cast<int>(lists_.size());
    block.number = std::max(0, list.next_number);
    block.continues_item = std::exchange(list.item_has_text, true);
  }
  blocks_.push_back(std::move(block));
  open_marks_.clear();
}

void MarkdownBlockWriter::open_mark(Mark::Kind kind, std::string_view url) {
  Mark mark{kind, {size(), size()}, ""};
  if (kind == Mark::Kind::link && is_external_url(url) && is_safe_url(url)) mark.url = url;
  open_marks_.push_back(blocks_.back().marks.size());
  blocks_.back().marks.push_back(std::move(mark));
}

void MarkdownBlockWriter::close_mark() {
  blocks_.back().marks[open_marks_.back()].text.end = size();
  open_marks_.pop_back();
}

void MarkdownBlockWriter::end_block() {
  std::erase_if(blocks_.back().marks, [](const Mark& mark) {
    return mark.text.size() == 0 || (mark.kind == Mark::Kind::link && mark.url.empty());
  });
}

}  // namespace kbgen
