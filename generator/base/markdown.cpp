#include "base/markdown.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <map>
#include <memory>
#include <optional>
#include <utility>

#include "base/html.h"
#include "base/text.h"

namespace kbgen {

namespace {

constexpr int options = CMARK_OPT_DEFAULT | CMARK_OPT_VALIDATE_UTF8;
constexpr char slot_begin = '\x01', slot_end = '\x02';

struct FreeNode {
  void operator()(cmark_node* node) const { cmark_node_free(node); }
};
using Document = std::unique_ptr<cmark_node, FreeNode>;

// The two control characters that mark slots cannot come from the author.
std::string without_slot_marks(std::string_view text) {
  std::string clean(text);
  std::erase_if(clean, [](char c) { return c == slot_begin || c == slot_end; });
  return clean;
}

bool is_strikethrough(cmark_node* node) {
  return std::string_view(cmark_node_get_type_string(node)) == "strikethrough";
}
bool is_table_cell(cmark_node* node) {
  return std::string_view(cmark_node_get_type_string(node)) == "table_cell";
}

std::string literal_of(cmark_node* node) {
  const char* literal = cmark_node_get_literal(node);
  return literal ? literal : "";
}

// Calls visit(node, entering) for `root` and everything below it, without
// recursion: a hostile document nests ten thousand deep.
template <class Visit>
void walk(cmark_node* root, Visit visit) {
  std::unique_ptr<cmark_iter, void (*)(cmark_iter*)> iter(cmark_iter_new(root), cmark_iter_free);
  for (cmark_event_type event; (event = cmark_iter_next(iter.get())) != CMARK_EVENT_DONE;)
    visit(cmark_iter_get_node(iter.get()), event == CMARK_EVENT_ENTER);
}

// Nor written as "&#1;".
void take_out_slot_marks(cmark_node* document) {
  auto clean = [](cmark_node* node, const char* (*get)(cmark_node*),
                  int (*set)(cmark_node*, const char*)) {
    const char* text = get(node);
    if (text && std::strpbrk(text, "\x01\x02")) set(node, without_slot_marks(text).c_str());
  };
  walk(document, [&](cmark_node* node, bool entering) {
    if (!entering) return;
    clean(node, cmark_node_get_literal, cmark_node_set_literal);
    clean(node, cmark_node_get_url, cmark_node_set_url);
    clean(node, cmark_node_get_title, cmark_node_set_title);
    clean(node, cmark_node_get_fence_info, cmark_node_set_fence_info);
  });
}

Document parse(std::string_view text) {
  cmark_gfm_core_extensions_ensure_registered();
  cmark_parser* parser = cmark_parser_new(options);
  for (const char* name : {"table", "strikethrough", "autolink"})
    cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name));
  std::string clean = without_slot_marks(text);
  cmark_parser_feed(parser, clean.data(), clean.size());
  Document document(cmark_parser_finish(parser));
  cmark_parser_free(parser);
  if (text.find("&#") != text.npos) take_out_slot_marks(document.get());
  return document;
}

// --- blocks ------------------------------------------------------------------

std::optional<Mark::Kind> mark_kind(cmark_node* node) {
  switch (cmark_node_get_type(node)) {
    case CMARK_NODE_EMPH:
      return Mark::Kind::emphasis;
    case CMARK_NODE_STRONG:
      return Mark::Kind::strong;
    case CMARK_NODE_CODE:
      return Mark::Kind::code;
    case CMARK_NODE_LINK:
      return Mark::Kind::link;
    case CMARK_NODE_IMAGE:
      return Mark::Kind::link;
    default:
      break;
  }
  if (is_strikethrough(node)) return Mark::Kind::strike;
  return std::nullopt;
}

// The inlines of one leaf block, as text with marks.
class InlineText {
 public:
  explicit InlineText(MarkdownBlock& block) : block_(block) {}

  void visit(cmark_node* node, bool entering) {
    std::optional<Mark::Kind> kind = mark_kind(node);
    if (!entering) {
      if (kind) close();
      return;
    }
    switch (cmark_node_get_type(node)) {
      case CMARK_NODE_TEXT:
      case CMARK_NODE_HTML_INLINE:
        block_.text += literal_of(node);
        return;
      case CMARK_NODE_SOFTBREAK:
      case CMARK_NODE_LINEBREAK:
        block_.text += ' ';
        return;
      default:
        break;
    }
    if (!kind) return;
    open(*kind, node);
    if (*kind == Mark::Kind::code) {  // a leaf: it is left without an event
      block_.text += literal_of(node);
      close();
    }
  }

 private:
  void open(Mark::Kind kind, cmark_node* node) {
    Mark mark{kind, {size(), size()}, ""};
    const char* url = kind == Mark::Kind::link ? cmark_node_get_url(node) : nullptr;
    if (url && is_external_url(url) && is_safe_url(url)) mark.url = url;
    open_.push_back(block_.marks.size());
    block_.marks.push_back(std::move(mark));
  }

  void close() {
    block_.marks[open_.back()].text.end = size();
    open_.pop_back();
  }

  std::uint32_t size() const { return static_cast<std::uint32_t>(block_.text.size()); }

  MarkdownBlock& block_;
  std::vector<std::size_t> open_;
};

// A link that leads nowhere, or a mark on no text at all, says nothing.
void drop_empty_marks(MarkdownBlock& block) {
  std::erase_if(block.marks, [](const Mark& mark) {
    return mark.text.size() == 0 || (mark.kind == Mark::Kind::link && mark.url.empty());
  });
}

class BlockCollector {
 public:
  explicit BlockCollector(std::uint32_t first_line) : first_line_(first_line) {}

  void visit(cmark_node* node, bool entering) {
    switch (cmark_node_get_type(node)) {
      case CMARK_NODE_BLOCK_QUOTE:
        quotes_ += entering ? 1 : -1;
        return;
      case CMARK_NODE_LIST:
        return enter_list(node, entering);
      case CMARK_NODE_ITEM:
        return enter_item(entering);
      case CMARK_NODE_PARAGRAPH:
        return leaf(node, entering, MarkdownBlock::Kind::paragraph);
      case CMARK_NODE_HEADING:
        return leaf(node, entering, MarkdownBlock::Kind::heading);
      case CMARK_NODE_CODE_BLOCK:
        return literal_leaf(node, MarkdownBlock::Kind::code);
      case CMARK_NODE_HTML_BLOCK:
        return literal_leaf(node, MarkdownBlock::Kind::paragraph);
      case CMARK_NODE_THEMATIC_BREAK:
        return literal_leaf(node, MarkdownBlock::Kind::rule);
      default:
        break;
    }
    if (is_table_cell(node)) return leaf(node, entering, MarkdownBlock::Kind::paragraph);
    if (inlines_) inlines_->visit(node, entering);
  }

  std::vector<MarkdownBlock> blocks;

 private:
  struct List {
    int next_number;  // 0: not ordered
    bool item_has_text = false;
  };

  void enter_list(cmark_node* node, bool entering) {
    if (!entering) return lists_.pop_back();
    bool ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
    lists_.push_back({ordered ? std::max(1, cmark_node_get_list_start(node)) - 1 : -1});
  }

  void enter_item(bool entering) {
    if (!entering) return;
    if (lists_.back().next_number >= 0) ++lists_.back().next_number;
    lists_.back().item_has_text = false;
  }

  MarkdownBlock& add(cmark_node* node, MarkdownBlock::Kind kind) {
    MarkdownBlock block;
    block.kind = kind;
    block.quoted = quotes_ > 0;
    block.line =
        first_line_ + static_cast<std::uint32_t>(std::max(1, cmark_node_get_start_line(node))) - 1;
    if (kind == MarkdownBlock::Kind::heading) {
      block.level = cmark_node_get_heading_level(node);
    } else if (kind == MarkdownBlock::Kind::paragraph && !lists_.empty()) {
      List& list = lists_.back();
      block.kind = MarkdownBlock::Kind::list_item;
      block.level = static_cast<int>(lists_.size());
      block.number = std::max(0, list.next_number);
      block.continues_item = std::exchange(list.item_has_text, true);
    }
    blocks.push_back(std::move(block));
    return blocks.back();
  }

  void leaf(cmark_node* node, bool entering, MarkdownBlock::Kind kind) {
    if (entering) {
      inlines_.emplace(add(node, kind));
    } else {
      inlines_.reset();
      drop_empty_marks(blocks.back());
    }
  }

  void literal_leaf(cmark_node* node, MarkdownBlock::Kind kind) {
    add(node, kind).text = trim_right(literal_of(node));
  }

  std::uint32_t first_line_;
  int quotes_ = 0;
  std::vector<List> lists_;
  std::optional<InlineText> inlines_;
};

}  // namespace

std::vector<MarkdownBlock> markdown_blocks(Span part) {
  Document document = parse(part.text());
  BlockCollector collector(line_column_of(*part.file, part.begin).line);
  walk(document.get(), [&](cmark_node* node, bool entering) { collector.visit(node, entering); });
  return std::move(collector.blocks);
}

// --- HTML --------------------------------------------------------------------

namespace {

// Replaces what only the site can resolve by slot marks, in the document.
class SlotMaker {
 public:
  SlotMaker(Span part, Diagnostics& diag) : part_(part), diag_(diag) {}

  void prepare(cmark_node* document) {
    cmark_consolidate_text_nodes(document);
    join_broken_wiki_links(document);
    std::vector<cmark_node*> links, texts, html;
    walk(document, [&](cmark_node* node, bool entering) {
      if (!entering) return;
      switch (cmark_node_get_type(node)) {
        case CMARK_NODE_LINK:
        case CMARK_NODE_IMAGE:
          links.push_back(node);
          break;
        case CMARK_NODE_TEXT:
          texts.push_back(node);
          break;
        case CMARK_NODE_HTML_INLINE:
        case CMARK_NODE_HTML_BLOCK:
          html.push_back(node);
          break;
        default:
          break;
      }
    });
    for (cmark_node* node : html) show_html_as_text(node);
    for (cmark_node* node : texts) replace_wiki_links(node);
    for (cmark_node* node : links) replace_link(node);
  }

  // By number, in no particular order; offsets are not known yet.
  std::vector<MarkdownSlot> slots;

 private:
  // A paragraph's line may end inside [[a link]]: what follows is taken onto the
  // same line.
  static void join_broken_wiki_links(cmark_node* document) {
    std::vector<cmark_node*> open;
    walk(document, [&](cmark_node* node, bool entering) {
      if (!entering || cmark_node_get_type(node) != CMARK_NODE_TEXT) return;
      std::string text = literal_of(node);
      std::size_t begin = text.rfind("[[");
      if (begin != text.npos && text.find("]]", begin) == text.npos) open.push_back(node);
    });
    for (cmark_node* node : open) {
      cmark_node* line_end = cmark_node_next(node);
      cmark_node* rest = line_end ? cmark_node_next(line_end) : nullptr;
      bool goes_on = rest && cmark_node_get_type(line_end) == CMARK_NODE_SOFTBREAK &&
                     cmark_node_get_type(rest) == CMARK_NODE_TEXT &&
                     literal_of(rest).find("]]") != std::string::npos;
      if (!goes_on) continue;
      // The rest may be broken again: then its turn comes next.
      cmark_node_set_literal(rest, (literal_of(node) + " " + literal_of(rest)).c_str());
      cmark_node_free(line_end);
      cmark_node_free(node);
    }
  }

  static void show_html_as_text(cmark_node* node) {
    bool block = cmark_node_get_type(node) == CMARK_NODE_HTML_BLOCK;
    cmark_node* shown = cmark_node_new(block ? CMARK_NODE_PARAGRAPH : CMARK_NODE_TEXT);
    cmark_node* text = block ? cmark_node_new(CMARK_NODE_TEXT) : shown;
    cmark_node_set_literal(text, std::string(trim_right(literal_of(node))).c_str());
    if (block) cmark_node_append_child(shown, text);
    cmark_node_replace(node, shown);
    cmark_node_free(node);
  }

  std::string add_slot(MarkdownSlot slot) {
    slots.push_back(std::move(slot));
    return fmt::format("{}{}{}", slot_begin, slots.size() - 1, slot_end);
  }

  // Links come in the order of the source, so each is looked for behind the
  // one before it.
  Span find_in_source(std::string_view written, std::uint32_t& cursor) const {
    std::string_view text = part_.text();
    std::string_view first_line = written.substr(0, written.find(' '));
    std::size_t at = text.find(written, cursor);
    if (at == text.npos) at = text.find(first_line, cursor);
    if (at == text.npos) at = text.find(written);
    if (at == text.npos) return {part_.file, part_.begin, part_.begin};
    cursor = static_cast<std::uint32_t>(at + written.size());
    return {part_.file, part_.begin + static_cast<std::uint32_t>(at), part_.begin + cursor};
  }

  void replace_wiki_links(cmark_node* node) {
    std::string text = literal_of(node);
    std::size_t done = 0;
    while (true) {
      std::size_t begin = text.find("[[", done), end = text.find("]]", begin);
      if (begin == text.npos || end == text.npos) break;
      insert_text_before(node, text.substr(done, begin - done));
      insert_before(node, wiki_slot(text.substr(begin + 2, end - begin - 2)));
      done = end + 2;
    }
    cmark_node_set_literal(node, text.substr(done).c_str());
  }

  std::string wiki_slot(std::string_view inside) {
    MarkdownSlot slot;
    slot.kind = MarkdownSlot::Kind::wiki;
    slot.span = find_in_source(inside, wiki_cursor_);
    std::size_t bar = inside.find('|');
    slot.target = trim(inside.substr(0, bar));
    if (bar != inside.npos) slot.label = trim(inside.substr(bar + 1));
    return add_slot(std::move(slot));
  }

  static void insert_text_before(cmark_node* node, const std::string& text) {
    if (text.empty()) return;
    cmark_node* before = cmark_node_new(CMARK_NODE_TEXT);
    cmark_node_set_literal(before, text.c_str());
    cmark_node_insert_before(node, before);
  }

  static cmark_node* insert_before(cmark_node* node, const std::string& html) {
    cmark_node* custom = cmark_node_new(CMARK_NODE_CUSTOM_INLINE);
    cmark_node_set_on_enter(custom, html.c_str());
    cmark_node_insert_before(node, custom);
    return custom;
  }

  void replace_link(cmark_node* node) {
    std::string url = cmark_node_get_url(node);
    Span span = find_in_source(url, link_cursor_);
    if (!is_safe_url(url)) {
      diag_.warning("unsafe-link", span,
                    "a link may not lead to '" + url.substr(0, url.find(':') + 1) + "'",
                    "its text is kept, the link is not");
      unwrap(node);
      return;
    }
    bool image = cmark_node_get_type(node) == CMARK_NODE_IMAGE;
    if (!is_external_url(url)) {
      MarkdownSlot slot;
      slot.kind = image ? MarkdownSlot::Kind::image : MarkdownSlot::Kind::url;
      slot.target = url;
      slot.span = span;
      std::string mark = add_slot(std::move(slot));
      image ? replace_image(node, mark) : replace_anchor(node, mark);
    } else if (image) {
      // A page asks nothing of other hosts: the picture becomes a link to it.
      replace_anchor(node, escape_html(url));
    }
  }

  static std::string title_attribute(cmark_node* node) {
    std::string title = cmark_node_get_title(node);
    return title.empty() ? "" : " title=\"" + escape_html(title) + "\"";
  }

  static void replace_anchor(cmark_node* node, const std::string& mark) {
    cmark_node* custom =
        insert_before(node, "<a href=\"" + mark + "\"" + title_attribute(node) + ">");
    cmark_node_set_on_exit(custom, "</a>");
    while (cmark_node* child = cmark_node_first_child(node)) cmark_node_append_child(custom, child);
    cmark_node_unlink(node);
    cmark_node_free(node);
  }

  static void replace_image(cmark_node* node, const std::string& mark) {
    std::string words;
    walk(node, [&](cmark_node* inner, bool entering) {
      if (entering) words += literal_of(inner);
    });
    insert_before(node, "<img src=\"" + mark + "\" alt=\"" + escape_html(words) + "\"" +
                            title_attribute(node) + " loading=\"lazy\">");
    cmark_node_unlink(node);
    cmark_node_free(node);
  }

  static void unwrap(cmark_node* node) {
    while (cmark_node* child = cmark_node_first_child(node)) cmark_node_insert_before(node, child);
    cmark_node_unlink(node);
    cmark_node_free(node);
  }

  Span part_;
  Diagnostics& diag_;
  std::uint32_t wiki_cursor_ = 0, link_cursor_ = 0;
};

std::string render_html(cmark_node* document) {
  cmark_llist* extensions = nullptr;
  cmark_mem* memory = cmark_get_default_mem_allocator();
  for (const char* name : {"table", "strikethrough"})
    extensions = cmark_llist_append(memory, extensions, cmark_find_syntax_extension(name));
  // Only our own custom nodes are raw: HTML nodes were turned into text.
  char* rendered = cmark_render_html(document, options, extensions);
  std::string html = rendered;
  memory->free(rendered);
  cmark_llist_free(memory, extensions);
  return html;
}

// Takes the slot marks out of `html` and notes where they stood.
void take_out_slots(MarkdownHtml& rendered, std::vector<MarkdownSlot> slots) {
  std::string html;
  std::string_view rest = rendered.html;
  for (std::size_t at; (at = rest.find(slot_begin)) != rest.npos;) {
    html.append(rest.substr(0, at));
    std::size_t end = rest.find(slot_end, at);
    std::size_t number = 0;
    for (char digit : rest.substr(at + 1, end - at - 1))
      number = number * 10 + static_cast<std::size_t>(digit - '0');
    slots[number].offset = static_cast<std::uint32_t>(html.size());
    rendered.slots.push_back(slots[number]);
    rest.remove_prefix(end + 1);
  }
  rendered.html = html.append(rest);
}

// <h1> … <h6> get their level and an id. The author's own '<' is escaped by
// now, so every "<h1>" is the renderer's.
std::string place_headings(std::string_view html, const std::vector<MarkdownBlock>& headings,
                           HeadingStyle style) {
  std::string out;
  std::map<std::string, int> seen;
  int highest = 6;
  for (const MarkdownBlock& heading : headings) highest = std::min(highest, heading.level);
  for (const MarkdownBlock& heading : headings) {
    std::string open = fmt::format("<h{}>", heading.level),
                close = fmt::format("</h{}>", heading.level);
    std::size_t begin = html.find(open), end = html.find(close, begin);
    if (end == html.npos) break;
    int level = std::min(6, heading.level - highest + style.top_level);
    std::string id = std::string(style.id_prefix) + slugify(heading.text);
    if (int again = seen[id]++) id += fmt::format("-{}", again + 1);
    std::string_view inside = html.substr(begin + open.size(), end - begin - open.size());
    out.append(html.substr(0, begin));
    out += fmt::format("<h{0} id=\"{1}\">{2}</h{0}>", level, escape_html(id), inside);
    html.remove_prefix(end + close.size());
  }
  return out.append(html);
}

}  // namespace

MarkdownHtml markdown_html(Span part, HeadingStyle style, Diagnostics& diag) {
  MarkdownHtml rendered;
  std::vector<MarkdownBlock> headings;
  for (MarkdownBlock& block : markdown_blocks(part)) {
    if (block.kind == MarkdownBlock::Kind::heading) headings.push_back(block);
    if (block.text.empty()) continue;
    if (!rendered.text.empty()) rendered.text += '\n';
    rendered.text += block.text;
  }
  Document document = parse(part.text());
  SlotMaker maker(part, diag);
  maker.prepare(document.get());
  rendered.html = place_headings(render_html(document.get()), headings, style);
  take_out_slots(rendered, std::move(maker.slots));
  return rendered;
}

}  // namespace kbgen
