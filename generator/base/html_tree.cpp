#include "base/html_tree.h"

#include <gumbo.h>

#include <algorithm>
#include <iterator>

#include "base/text.h"

namespace kbgen {

static GumboOptions parse_options() {
  GumboOptions options = kGumboDefaultOptions;
  options.fragment_context = GUMBO_TAG_BODY;
  options.max_errors = 0;
  return options;
}

bool HtmlNode::is_element() const {
  return node_->type == GUMBO_NODE_ELEMENT || node_->type == GUMBO_NODE_TEMPLATE;
}

bool HtmlNode::is_text() const {
  return node_->type == GUMBO_NODE_TEXT || node_->type == GUMBO_NODE_WHITESPACE;
}

bool HtmlNode::is_hidden() const {
  static constexpr std::string_view unseen_names[] = {"script",   "style", "head",
                                                      "template", "title", "iframe"};
  return is_element() && std::ranges::find(unseen_names, name()) != std::end(unseen_names);
}

std::string_view HtmlNode::name() const {
  return is_element() ? gumbo_normalized_tagname(node_->v.element.tag) : std::string_view();
}

std::string_view HtmlNode::text() const {
  return is_text() ? node_->v.text.text : std::string_view();
}

std::string_view HtmlNode::attribute(const char* name) const {
  if (!is_element()) return {};
  const GumboAttribute* found = gumbo_get_attribute(&node_->v.element.attributes, name);
  return found ? trim(found->value) : std::string_view();
}

std::size_t HtmlNode::child_count() const {
  return is_element() ? node_->v.element.children.length : 0;
}

HtmlNode HtmlNode::child(std::size_t index) const {
  return HtmlNode(static_cast<const GumboNode*>(node_->v.element.children.data[index]));
}

// HTML without references to numbers of more than eight digits. No character has such a number, and
// Gumbo counts beyond what an int holds and then writes bytes that are no text. What stands instead
// means the same to browsers: U+FFFD.
static std::string without_huge_references(std::string_view html) {
  static constexpr std::string_view digits = "0123456789abcdefABCDEF";
  constexpr std::size_t most_digits = 8;
  std::string out;
  std::size_t copied = 0;
  for (std::size_t at = html.find("&#"); at != html.npos; at = html.find("&#", at + 1)) {
    std::size_t begin = at + 2;
    bool is_hex = begin < html.size() && (html[begin] == 'x' || html[begin] == 'X');
    if (is_hex) ++begin;
    begin = std::min(html.find_first_not_of('0', begin), html.size());
    std::size_t end = html.find_first_not_of(digits.substr(0, is_hex ? 22 : 10), begin);
    end = std::min(end, html.size());
    if (end - begin <= most_digits) continue;
    out.append(html.substr(copied, at - copied)).append("&#xFFFD;");
    copied = end < html.size() && html[end] == ';' ? end + 1 : end;
  }
  return out.append(html.substr(copied));
}

HtmlTree::HtmlTree(std::string_view html) : html_(without_huge_references(html)) {
  const GumboOptions options = parse_options();
  output_ = gumbo_parse_with_options(&options, html_.data(), html_.size());
}

HtmlTree::~HtmlTree() {
  const GumboOptions options = parse_options();
  gumbo_destroy_output(&options, output_);
}

HtmlNode HtmlTree::root() const { return HtmlNode(output_->root); }

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

}  // namespace kbgen
