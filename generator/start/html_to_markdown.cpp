#include "start/html_to_markdown.h"

#include <algorithm>
#include <vector>

#include "base/html.h"
#include "base/html_tree.h"
#include "base/text.h"
#include "start/markdown_builder.h"

namespace kbgen {

namespace {

HtmlElement element_of(HtmlNode node) {
  std::string_view name = node.name();
  if (name == "a") return {.name = name, .href = node.attribute("href")};
  if (name != "img") return {.name = name};
  std::string_view alternative = node.attribute("alt");
  if (alternative.empty()) alternative = node.attribute("title");
  return {.name = name, .source = node.attribute("src"), .alternative = alternative};
}

// Whether an element below the root satisfies the condition.
template <class Is>
bool has_element(HtmlNode root, Is is) {
  bool found = false;
  walk_html(
      root,
      [&](HtmlNode node) {
        found = found || (node.is_element() && is(node));
        return !found;
      },
      [](HtmlNode) {});
  return found;
}

bool is_block(HtmlNode node) { return is_block_element(node.name()); }

// Editors of feeds write no-break spaces by the dozen without meaning anything by them.
std::string with_plain_spaces(std::string_view text) { return replace_all(text, "\u00A0", " "); }

std::string text_below(HtmlNode root) {
  std::string text;
  walk_html(
      root,
      [&](HtmlNode node) {
        if (node.is_text()) text += node.text();
        return true;
      },
      [](HtmlNode) {});
  return text;
}

// Whether preformatted text is code, or a drawing of letters: it says so, or its lines are
// indented. Other such text is prose of somebody who wanted to keep the ends of lines.
bool is_code(HtmlNode node) {
  if (node.name() != "pre") return false;
  if (has_element(node, [](HtmlNode inside) { return inside.name() == "a"; })) return false;
  return has_element(node, [](HtmlNode inside) { return inside.name() == "code"; }) ||
         text_below(node).find("\n  ") != std::string::npos;
}

bool is_row(HtmlNode node) { return node.name() == "tr"; }
bool is_cell(HtmlNode node) { return node.name() == "td" || node.name() == "th"; }

// Whether a table has data, which Markdown can show as one: two rows and two columns at least, and
// nothing but words in its cells. Other tables only place blocks side by side.
bool is_table_of_data(HtmlNode table) {
  if (table.name() != "table") return false;
  std::size_t rows = 0, cells = 0;
  bool has_others = has_element(table, [&](HtmlNode node) {
    std::string_view name = node.name();
    rows += is_row(node);
    cells += is_cell(node);
    bool is_part = is_row(node) || is_cell(node) || name == "tbody" || name == "thead" ||
                   name == "p" || name == "br";
    return !is_part && (is_block(node) || name == "tfoot");
  });
  return !has_others && rows > 1 && cells > rows;
}

void write(HtmlNode root, MarkdownWriter& writer);

// The Markdown of a cell, on one line. An end of a line in it becomes a space.
std::string cell_of(HtmlNode node) {
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

std::vector<std::vector<std::string>> rows_of(HtmlNode table) {
  std::vector<std::vector<std::string>> rows;
  walk_html(
      table,
      [&](HtmlNode node) {
        if (!node.is_element()) return true;
        if (is_row(node)) rows.emplace_back();
        if (is_cell(node) && !rows.empty()) rows.back().push_back(cell_of(node));
        return !is_cell(node);
      },
      [](HtmlNode) {});
  return rows;
}

void write(HtmlNode root, MarkdownWriter& writer) {
  walk_html(
      root,
      [&](HtmlNode node) {
        if (node.is_text()) writer.text(with_plain_spaces(node.text()));
        if (!node.is_element()) return true;
        bool is_table = is_table_of_data(node), is_listing = !is_table && is_code(node);
        if (is_table) writer.table(rows_of(node));
        if (is_listing) writer.code_block(text_below(node));
        if (is_table || is_listing) return false;
        writer.open(element_of(node));
        return true;
      },
      [&](HtmlNode node) { writer.close(node.name()); });
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
