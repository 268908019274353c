#include "base/markdown.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>

#include "base/html.h"
#include "base/markdown_block_writer.h"
#include "base/markdown_limits.h"
#include "base/markdown_links.h"
#include "base/markdown_slots.h"
#include "base/markdown_unshown.h"
#include "base/text.h"

namespace kbgen {

namespace {

constexpr int options = CMARK_OPT_DEFAULT | CMARK_OPT_VALIDATE_UTF8;

struct FreeNode {
  void operator()(cmark_node* node) const { cmark_node_free(node); }
};
using Document = std::unique_ptr<cmark_node, FreeNode>;

// Takes the two control characters that mark slots out of a text, so that only kbgen writes them.
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

// Calls visit(node, entering) for `root` and everything below it. It is not recursive, because a
// hostile document may be nested ten thousand levels deep.
template <class Visit>
void walk(cmark_node* root, Visit visit) {
  std::unique_ptr<cmark_iter, void (*)(cmark_iter*)> iter(cmark_iter_new(root), cmark_iter_free);
  for (cmark_event_type event; (event = cmark_iter_next(iter.get())) != CMARK_EVENT_DONE;)
    visit(cmark_iter_get_node(iter.get()), event == CMARK_EVENT_ENTER);
}

// Takes the marks of slots out of everything that was parsed, because authors may also have written
// them as character references ("&#1;").
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

// Which signs of GitHub's Markdown count: those of notes, which have footnotes and tasks, too. A
// transcript has neither, for a note that nothing refers to would be gone with its words.
enum class Flavour { speech, notes };

// Parses Markdown. Safe to call from any thread, but only one document is parsed at a time: the
// library cmark-gfm keeps its extensions, and while it parses the characters that they look for, in
// tables that all threads share. Walking and rendering a document need no lock.
Document parse(std::string_view text, Flavour flavour) {
  static std::mutex one_at_a_time;
  std::lock_guard lock(one_at_a_time);
  cmark_gfm_core_extensions_ensure_registered();
  bool are_notes = flavour == Flavour::notes, has_footnotes = are_notes && may_have_footnotes(text);
  cmark_parser* parser = cmark_parser_new(has_footnotes ? options | CMARK_OPT_FOOTNOTES : options);
  for (const char* name : {"table", "strikethrough", "autolink", "tasklist"})
    if (are_notes || std::string_view(name) != "tasklist")
      cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name));
  std::string clean = without_attributes(without_slot_marks(text));
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
    case CMARK_NODE_IMAGE:
      return Mark::Kind::link;
    default:
      return is_strikethrough(node) ? std::optional(Mark::Kind::strike) : std::nullopt;
  }
}

// Tells a writer of blocks what is in a document, which is walked with visit().
class BlockCollector {
 public:
  explicit BlockCollector(std::uint32_t first_line) : first_line_(first_line) {}

  void visit(cmark_node* node, bool entering) {
    switch (cmark_node_get_type(node)) {
      case CMARK_NODE_BLOCK_QUOTE:
        return entering ? writer_.begin_quote() : writer_.end_quote();
      case CMARK_NODE_LIST:
        return entering ? writer_.begin_list(first_number(node)) : writer_.end_list();
      case CMARK_NODE_ITEM:
        if (entering) writer_.begin_item();
        return;
      case CMARK_NODE_PARAGRAPH:
        return leaf(node, entering, MarkdownBlock::Kind::paragraph);
      case CMARK_NODE_HEADING:
        return leaf(node, entering, MarkdownBlock::Kind::heading);
      case CMARK_NODE_CODE_BLOCK:
        return literal_leaf(node, MarkdownBlock::Kind::code, trim_right(literal_of(node)));
      case CMARK_NODE_HTML_BLOCK:
        return html_leaf(node);
      case CMARK_NODE_THEMATIC_BREAK:
        return literal_leaf(node, MarkdownBlock::Kind::rule, trim_right(literal_of(node)));
      default:
        break;
    }
    if (is_table_cell(node)) return leaf(node, entering, MarkdownBlock::Kind::paragraph);
    if (is_in_leaf_) visit_inline(node, entering);
  }

  std::vector<MarkdownBlock> take() { return writer_.take(); }

 private:
  static std::optional<int> first_number(cmark_node* list) {
    bool is_ordered = cmark_node_get_list_type(list) == CMARK_ORDERED_LIST;
    return is_ordered ? std::optional(cmark_node_get_list_start(list)) : std::nullopt;
  }

  std::uint32_t line_of_node(cmark_node* node) const {
    return first_line_ + static_cast<std::uint32_t>(std::max(1, cmark_node_get_start_line(node))) -
           1;
  }

  void leaf(cmark_node* node, bool entering, MarkdownBlock::Kind kind) {
    is_in_leaf_ = entering;
    if (!entering) return writer_.end_block();
    bool is_heading = kind == MarkdownBlock::Kind::heading;
    writer_.begin_block(kind, line_of_node(node),
                        is_heading ? cmark_node_get_heading_level(node) : 0);
  }

  void literal_leaf(cmark_node* node, MarkdownBlock::Kind kind, std::string_view text) {
    writer_.begin_block(kind, line_of_node(node));
    writer_.add_text(text);
  }

  void html_leaf(cmark_node* node) {
    std::string shown(trim(without_comments(literal_of(node))));
    if (!shown.empty()) literal_leaf(node, MarkdownBlock::Kind::paragraph, shown);
  }

  void visit_inline(cmark_node* node, bool entering) {
    std::optional<Mark::Kind> kind = mark_kind(node);
    if (!entering) {
      if (kind) writer_.close_mark();
      return;
    }
    switch (cmark_node_get_type(node)) {
      case CMARK_NODE_TEXT:
        return writer_.add_text(literal_of(node));
      case CMARK_NODE_HTML_INLINE:
        return writer_.add_text(without_comments(literal_of(node)));
      case CMARK_NODE_SOFTBREAK:
      case CMARK_NODE_LINEBREAK:
        return writer_.add_text(" ");
      default:
        break;
    }
    if (!kind) return;
    const char* url = cmark_node_get_url(node);
    writer_.open_mark(*kind, url ? url : "");
    if (*kind != Mark::Kind::code) return;
    writer_.add_text(literal_of(node));  // a leaf, for which there is no event of leaving
    writer_.close_mark();
  }

  std::uint32_t first_line_;
  MarkdownBlockWriter writer_;
  bool is_in_leaf_ = false;
};

}  // namespace

static std::vector<MarkdownBlock> blocks_of(Span part, Flavour flavour) {
  if (!is_within_markdown_limits(part)) return {};
  Document document = parse(part.text(), flavour);
  BlockCollector collector(line_column_of(*part.file, part.begin).line);
  walk(document.get(), [&](cmark_node* node, bool entering) { collector.visit(node, entering); });
  return collector.take();
}

std::vector<MarkdownBlock> markdown_blocks(Span part) { return blocks_of(part, Flavour::speech); }
std::vector<MarkdownBlock> blocks_of_notes(Span part) { return blocks_of(part, Flavour::notes); }

// --- HTML --------------------------------------------------------------------

namespace {

// Replaces links and pictures whose addresses are only known later by marks of slots, in the
// document itself.
class SlotMaker {
 public:
  SlotMaker(Span part, Diagnostics& diag) : diag_(diag), links_(part) {}

  void prepare(cmark_node* document) {
    cmark_consolidate_text_nodes(document);
    join_broken_wiki_links(document);
    std::vector<cmark_node*> links, texts, html;
    int images = 0;  // how many are around the node: the alternative text of one has no links
    walk(document, [&](cmark_node* node, bool entering) {
      bool is_image = cmark_node_get_type(node) == CMARK_NODE_IMAGE;
      // What is inside an image is not collected, because replacing the image deletes it.
      const bool is_in_image = images > 0;
      images += entering ? is_image : -is_image;
      if (!entering || is_in_image) return;
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

  std::vector<MarkedPiece> pieces;  // by number; not in the order of the document

 private:
  // A line of a paragraph may end inside a [[wiki link]], which the library parses as two texts.
  // The whole link is moved into the second one.
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
      // The second text may end inside a link, too, and comes next in `open` then. Only the link is
      // moved to it, because moving whole lines would copy each as often as there are lines below.
      std::string text = literal_of(node);
      std::size_t begin = text.rfind("[[");
      cmark_node_set_literal(rest, (text.substr(begin) + " " + literal_of(rest)).c_str());
      cmark_node_set_literal(node, text.substr(0, begin).c_str());
      cmark_node_free(line_end);
    }
  }

  static void show_html_as_text(cmark_node* node) {
    bool block = cmark_node_get_type(node) == CMARK_NODE_HTML_BLOCK;
    std::string words = without_comments(literal_of(node));
    if (block) words = trim(words);
    if (!words.empty()) {
      cmark_node* shown = cmark_node_new(block ? CMARK_NODE_PARAGRAPH : CMARK_NODE_TEXT);
      cmark_node* text = block ? cmark_node_new(CMARK_NODE_TEXT) : shown;
      cmark_node_set_literal(text, words.c_str());
      if (block) cmark_node_append_child(shown, text);
      cmark_node_insert_before(node, shown);
    }
    cmark_node_unlink(node);
    cmark_node_free(node);
  }

  // Keeps a piece and returns its mark. A mark is text for the library, so it may be wherever text
  // may, and no raw HTML is ever needed.
  std::string add_piece(MarkedPiece piece) {
    pieces.push_back(std::move(piece));
    return fmt::format("{}{}{}", slot_begin, pieces.size() - 1, slot_end);
  }

  void replace_wiki_links(cmark_node* node) {
    std::vector<TextOrLink> parts = cut_at_wiki_links(literal_of(node), links_);
    if (parts.size() == 1 && !parts[0].link) return;
    for (TextOrLink& part : parts)
      insert_text_before(node, part.link ? add_piece({"", std::move(*part.link), ""}) : part.text);
    cmark_node_unlink(node);
    cmark_node_free(node);
  }

  static void insert_text_before(cmark_node* node, const std::string& text) {
    if (text.empty()) return;
    cmark_node* before = cmark_node_new(CMARK_NODE_TEXT);
    cmark_node_set_literal(before, text.c_str());
    cmark_node_insert_before(node, before);
  }

  void replace_link(cmark_node* node) {
    std::string url = cmark_node_get_url(node);
    Span span = links_.find(url);
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
      image ? replace_image(node, std::move(slot)) : replace_anchor(node, "", std::move(slot));
    } else if (image) {
      // Pages load nothing from other hosts, so the picture becomes a link to it.
      replace_anchor(node, escape_html(url), std::nullopt);
    }
  }

  static std::string title_attribute(cmark_node* node) {
    std::string title = cmark_node_get_title(node);
    return title.empty() ? "" : " title=\"" + escape_html(title) + "\"";
  }

  void replace_anchor(cmark_node* node, const std::string& url, std::optional<MarkdownSlot> slot) {
    insert_text_before(
        node, add_piece({"<a href=\"" + url, std::move(slot), "\"" + title_attribute(node) + ">"}));
    cmark_node* end = cmark_node_new(CMARK_NODE_TEXT);
    cmark_node_set_literal(end, add_piece({"</a>", {}, ""}).c_str());
    cmark_node_insert_after(node, end);
    unwrap(node);
  }

  void replace_image(cmark_node* node, MarkdownSlot slot) {
    std::string words;
    walk(node, [&](cmark_node* inner, bool entering) {
      if (entering) words += literal_of(inner);
    });
    insert_text_before(node, add_piece({"<img src=\"", std::move(slot),
                                        "\" alt=\"" + escape_html(words) + "\"" +
                                            title_attribute(node) + " loading=\"lazy\">"}));
    cmark_node_unlink(node);
    cmark_node_free(node);
  }

  static void unwrap(cmark_node* node) {
    while (cmark_node* child = cmark_node_first_child(node)) cmark_node_insert_before(node, child);
    cmark_node_unlink(node);
    cmark_node_free(node);
  }

  Diagnostics& diag_;
  LinkFinder links_;
};

std::string render_html(cmark_node* document) {
  cmark_llist* extensions = nullptr;
  cmark_mem* memory = cmark_get_default_mem_allocator();
  for (const char* name : {"table", "strikethrough", "tasklist"})
    extensions = cmark_llist_append(memory, extensions, cmark_find_syntax_extension(name));
  char* rendered = cmark_render_html(document, options | CMARK_OPT_FOOTNOTES, extensions);
  std::string html = rendered;
  memory->free(rendered);
  cmark_llist_free(memory, extensions);
  return html;
}

}  // namespace

MarkedHtml render_with_marks(Span part, Diagnostics& diag) {
  Document document = parse(part.text(), Flavour::notes);
  SlotMaker maker(part, diag);
  maker.prepare(document.get());
  return {render_html(document.get()), std::move(maker.pieces)};
}

}  // namespace kbgen
