// The library Gumbo reads HTML as browsers do. Tags that are not closed, that cross each other or
// that are misspelt thus mean what readers of the feed see.

#include "start/html_to_markdown.h"

#include <gumbo.h>

#include <algorithm>
#include <vector>

#include "base/html.h"
#include "base/text.h"
#include "start/markdown_builder.h"

namespace kbgen {

namespace {

constexpr std::string_view unseen_names[] = {"script",   "style", "head",
                                             "template", "title", "iframe"};

// Whether Gumbo reads this HTML within about half a second. Its time grows with the square of the
// depth of nesting, and of the number of attributes of a tag: neither may be above ten thousand.
bool is_quickly_parsed(std::string_view html) {
  constexpr std::size_t most = 10'000;
  std::size_t tags = 0, attributes = 0;
  for (char c : html) {
    if (c == '<') ++tags, attributes = 0;
    if (std::string_view(" \t\n\f\r/\"'").find(c) != std::string_view::npos) ++attributes;
    if (tags > most || attributes > most) return false;
  }
  return true;
}

class HtmlTree {
 public:
  explicit HtmlTree(std::string_view html) {
    options_.fragment_context = GUMBO_TAG_BODY;
    options_.max_errors = 0;
    output_ = gumbo_parse_with_options(&options_, html.data(), html.size());
  }
  ~HtmlTree() { gumbo_destroy_output(&options_, output_); }
  HtmlTree(const HtmlTree&) = delete;
  HtmlTree& operator=(const HtmlTree&) = delete;

  const GumboNode& root() const { return *output_->root; }

 private:
  GumboOptions options_ = kGumboDefaultOptions;
  GumboOutput* output_;
};

bool is_element(const GumboNode& node) {
  return node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE;
}

std::string_view name_of(const GumboNode& node) {
  return gumbo_normalized_tagname(node.v.element.tag);
}

bool is_hidden(const GumboNode& node) {
  return is_element(node) &&
         std::ranges::find(unseen_names, name_of(node)) != std::end(unseen_names);
}

std::string_view value_of(const GumboNode& node, const char* name) {
  const GumboAttribute* found = gumbo_get_attribute(&node.v.element.attributes, name);
  return found ? trim(found->value) : std::string_view();
}

HtmlElement element_of(const GumboNode& node) {
  std::string_view name = name_of(node);
  if (name == "a") return {.name = name, .href = value_of(node, "href")};
  if (name != "img") return {.name = name};
  std::string_view alternative = value_of(node, "alt");
  if (alternative.empty()) alternative = value_of(node, "title");
  return {.name = name, .source = value_of(node, "src"), .alternative = alternative};
}

// Calls enter(node) for each node below the root that is not hidden, in the order of the document,
// and leave(node) after the children of each element. Where enter() says false, the children of a
// node are passed over, and leave() is not called. It is not recursive, so that deep nesting cannot
// overflow the stack.
template <class Enter, class Leave>
void walk(const GumboNode& root, Enter enter, Leave leave) {
  struct Level {
    const GumboNode* node;
    unsigned next = 0;
  };
  std::vector<Level> levels{{&root}};
  while (!levels.empty()) {
    Level& level = levels.back();
    const GumboVector& children = level.node->v.element.children;
    if (level.next < children.length) {
      const GumboNode& child = *static_cast<const GumboNode*>(children.data[level.next++]);
      if (is_hidden(child)) continue;
      if (enter(child) && is_element(child)) levels.push_back({&child});
    } else {
      if (level.node != &root) leave(*level.node);
      levels.pop_back();
    }
  }
}

// Whether an element below the root satisfies the condition.
template <class Is>
bool has_element(const GumboNode& root, Is is) {
  bool found = false;
  walk(
      root,
      [&](const GumboNode& node) {
        found = found || (is_element(node) && is(node));
        return !found;
      },
      [](const GumboNode&) {});
  return found;
}

bool is_block(const GumboNode& node) { return is_block_element(name_of(node)); }

// Editors of feeds write no-break spaces by the dozen without meaning anything by them.
std::string with_plain_spaces(std::string_view text) { return replace_all(text, "\u00A0", " "); }

bool is_text(const GumboNode& node) {
  return node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE;
}

std::string text_below(const GumboNode& root) {
  std::string text;
  walk(
      root,
      [&](const GumboNode& node) {
        if (is_text(node)) text += node.v.text.text;
        return true;
      },
      [](const GumboNode&) {});
  return text;
}

// Whether preformatted text is code, or a drawing of letters: it says so, or its lines are
// indented. Other such text is prose of somebody who wanted to keep the ends of lines.
bool is_code(const GumboNode& node) {
  if (name_of(node) != "pre") return false;
  if (has_element(node, [](const GumboNode& inside) { return name_of(inside) == "a"; }))
    return false;
  return has_element(node, [](const GumboNode& inside) { return name_of(inside) == "code"; }) ||
         text_below(node).find("\n  ") != std::string::npos;
}

bool is_row(const GumboNode& node) { return name_of(node) == "tr"; }
bool is_cell(const GumboNode& node) { return name_of(node) == "td" || name_of(node) == "th"; }

// Whether a table has data, which Markdown can show as one: two rows and two columns at least, and
// nothing but words in its cells. Other tables only place blocks side by side.
bool is_table_of_data(const GumboNode& table) {
  if (name_of(table) != "table") return false;
  std::size_t rows = 0, cells = 0;
  bool has_others = has_element(table, [&](const GumboNode& node) {
    std::string_view name = name_of(node);
    rows += is_row(node);
    cells += is_cell(node);
    bool is_part = is_row(node) || is_cell(node) || name == "tbody" || name == "thead" ||
                   name == "p" || name == "br";
    return !is_part && (is_block(node) || name == "tfoot");
  });
  return !has_others && rows > 1 && cells > rows;
}

void write(const GumboNode& root, MarkdownWriter& writer);

// The Markdown of a cell, on one line. An end of a line in it becomes a space.
std::string cell_of(const GumboNode& node) {
  MarkdownWriter writer(false);
  write(node, writer);
  std::string markdown = replace_all(writer.finish(), "\\\n", " ");
  std::string cell;
  for (std::size_t i = 0; i < markdown.size(); ++i) {
    bool parts_cells = markdown[i] == '|' && (i == 0 || markdown[i - 1] != '\\');
    cell += parts_cells ? "%7C" : std::string(1, markdown[i]);  // only addresses have a bare '|'
  }
  return collapse_space(cell);
}

std::vector<std::vector<std::string>> rows_of(const GumboNode& table) {
  std::vector<std::vector<std::string>> rows;
  walk(
      table,
      [&](const GumboNode& node) {
        if (!is_element(node)) return true;
        if (is_row(node)) rows.emplace_back();
        if (is_cell(node) && !rows.empty()) rows.back().push_back(cell_of(node));
        return !is_cell(node);
      },
      [](const GumboNode&) {});
  return rows;
}

void write(const GumboNode& root, MarkdownWriter& writer) {
  walk(
      root,
      [&](const GumboNode& node) {
        if (is_text(node)) writer.text(with_plain_spaces(node.v.text.text));
        if (!is_element(node)) return true;
        bool is_table = is_table_of_data(node), is_listing = !is_table && is_code(node);
        if (is_table) writer.table(rows_of(node));
        if (is_listing) writer.code_block(text_below(node));
        if (is_table || is_listing) return false;
        writer.open(element_of(node));
        return true;
      },
      [&](const GumboNode& node) { writer.close(name_of(node)); });
}

}  // namespace

std::string html_to_markdown(std::string_view html) {
  if (!is_quickly_parsed(html)) {
    MarkdownWriter writer(false);
    writer.text(plain_text(html));
    return writer.finish();
  }
  HtmlTree tree(html);
  MarkdownWriter writer(!has_element(tree.root(), is_block));
  write(tree.root(), writer);
  return writer.finish();
}

std::string plain_text(std::string_view html) {
  return collapse_space(with_plain_spaces(text_of_html(html)));
}

}  // namespace kbgen
