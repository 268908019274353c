// A tree of HTML, read by the library Gumbo as browsers do: tags that are not closed, that cross
// each other or that are misspelt mean what readers of a page see.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct GumboInternalNode;
struct GumboInternalOutput;

namespace kbgen {

// An element or a text of an HtmlTree, which must outlive it.
class HtmlNode {
 public:
  explicit HtmlNode(const GumboInternalNode* node) : node_(node) {}

  bool is_element() const;
  bool is_text() const;
  // Whether browsers show nothing of it: scripts, styles, the head.
  bool is_hidden() const;
  std::string_view name() const;  // of an element, in lower case; empty for one HTML does not know
  std::string_view text() const;  // of a text, with its character references resolved
  std::string_view attribute(const char* name) const;  // trimmed; empty if there is none
  std::size_t child_count() const;                     // 0 for a text
  HtmlNode child(std::size_t index) const;

  bool operator==(const HtmlNode&) const = default;

 private:
  const GumboInternalNode* node_;
};

class HtmlTree {
 public:
  // `html` should be is_quickly_parsed().
  explicit HtmlTree(std::string_view html);
  ~HtmlTree();
  HtmlTree(const HtmlTree&) = delete;
  HtmlTree& operator=(const HtmlTree&) = delete;

  HtmlNode root() const;

 private:
  std::string html_;  // into which the tree points
  GumboInternalOutput* output_;
};

// Whether Gumbo reads this HTML within about half a second. Its time grows with the square of the
// depth of nesting, and of the number of attributes of a tag: neither may be above ten thousand.
bool is_quickly_parsed(std::string_view html);

// Calls enter(node) for each node below the root that is not hidden, in the order of the document,
// and leave(node) after the children of each element. Where enter() says false, the children of a
// node are passed over, and leave() is not called. It is not recursive, so that deep nesting cannot
// overflow the stack.
template <class Enter, class Leave>
void walk_html(HtmlNode root, Enter enter, Leave leave) {
  struct Level {
    HtmlNode node;
    std::size_t next = 0;
  };
  std::vector<Level> levels{{root}};
  while (!levels.empty()) {
    Level& level = levels.back();
    if (level.next < level.node.child_count()) {
      HtmlNode child = level.node.child(level.next++);
      if (child.is_hidden()) continue;
      if (enter(child) && child.is_element()) levels.push_back({child});
    } else {
      if (level.node != root) leave(level.node);
      levels.pop_back();
    }
  }
}

}  // namespace kbgen
