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
  return {.name = name, .source = value_of(node, "src"), .alternative = value_of(node, "alt")};
}

// Calls enter(node) for each node below the root that is not hidden, in the order of the document,
// and leave(node) after the children of each element. It is not recursive, so that deep nesting
// cannot overflow the stack.
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
      enter(child);
      if (is_element(child)) levels.push_back({&child});
    } else {
      if (level.node != &root) leave(*level.node);
      levels.pop_back();
    }
  }
}

bool has_blocks(const HtmlTree& tree) {
  bool found = false;
  walk(
      tree.root(),
      [&](const GumboNode& node) { found |= is_element(node) && is_block_element(name_of(node)); },
      [](const GumboNode&) {});
  return found;
}

// Editors of feeds write no-break spaces by the dozen without meaning anything by them.
std::string with_plain_spaces(std::string_view text) { return replace_all(text, "\u00A0", " "); }

bool is_text(const GumboNode& node) {
  return node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE;
}

}  // namespace

std::string html_to_markdown(std::string_view html) {
  if (!is_quickly_parsed(html)) {
    MarkdownWriter writer(false);
    writer.text(plain_text(html));
    return writer.finish();
  }
  HtmlTree tree(html);
  MarkdownWriter writer(!has_blocks(tree));
  walk(
      tree.root(),
      [&](const GumboNode& node) {
        if (is_element(node)) writer.open(element_of(node));
        if (is_text(node)) writer.text(with_plain_spaces(node.v.text.text));
      },
      [&](const GumboNode& node) { writer.close(name_of(node)); });
  return writer.finish();
}

std::string plain_text(std::string_view html) {
  return collapse_space(with_plain_spaces(text_of_html(html)));
}

}  // namespace kbgen
