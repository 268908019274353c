// Reads XML to a tree that is walked from its root.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pugi {
class xml_document;
struct xml_node_struct;
}  // namespace pugi

namespace kbgen {

// An element of an XmlDocument, which must outlive it; or none, which has no name, no text and no
// children.
class XmlNode {
 public:
  XmlNode() = default;
  explicit XmlNode(pugi::xml_node_struct* node) : node_(node) {}
  explicit operator bool() const { return node_ != nullptr; }

  std::string_view name() const;                 // with its prefix: "itunes:title"
  std::string_view local_name() const;           // without it: "title"; empty for a text
  XmlNode child(const std::string& name) const;  // the first one of this name
  std::vector<XmlNode> children(const std::string& name) const;
  std::string_view attribute(const char* key) const;  // empty if there is none
  // The same by names without prefixes.
  XmlNode local_child(std::string_view name) const;
  std::string_view local_attribute(std::string_view name) const;
  std::vector<std::pair<std::string_view, std::string_view>> attributes() const;
  std::string text() const;       // all text below it, without tags
  std::string inner_xml() const;  // what stands in it, as XML

  // All that stands in it, also texts, which have value() and no name.
  XmlNode first_child() const;
  XmlNode next() const;  // behind it in the same element
  XmlNode parent() const;
  std::string_view value() const;

  bool operator==(const XmlNode&) const = default;

 private:
  pugi::xml_node_struct* node_ = nullptr;
};

// What becomes of a text that is white space alone.
enum class XmlSpace {
  between_lines,  // it is kept only if nothing else is in its element
  kept,
};

class XmlDocument {
 public:
  // Parses UTF-8. If it is no XML, or cut off, there is no root.
  explicit XmlDocument(std::string_view text, XmlSpace space = XmlSpace::between_lines);
  ~XmlDocument();
  XmlDocument(const XmlDocument&) = delete;
  XmlDocument& operator=(const XmlDocument&) = delete;

  XmlNode root() const;
  // Whether it defines entities of its own, which are not resolved.
  bool defines_entities() const;
  // Why there is no root, and the offset at which that shows.
  const std::string& problem() const { return problem_; }
  std::ptrdiff_t problem_offset() const { return problem_offset_; }

 private:
  std::unique_ptr<pugi::xml_document> document_;
  std::string problem_;
  std::ptrdiff_t problem_offset_ = 0;
};

// Calls enter(node) for each element and text below `root`, in the order of the document, and
// leave(node) after what stands in it. Where enter() says false that is passed over, and leave() is
// not called. It is not recursive, so that deep nesting cannot overflow the stack.
template <class Enter, class Leave>
void walk_xml(XmlNode root, Enter enter, Leave leave) {
  XmlNode node = root.first_child();
  while (node) {
    bool is_entered = enter(node);
    if (is_entered && node.first_child()) {
      node = node.first_child();
      continue;
    }
    if (is_entered) leave(node);
    while (!node.next()) {
      node = node.parent();
      if (!node || node == root) return;
      leave(node);
    }
    node = node.next();
  }
}

}  // namespace kbgen
