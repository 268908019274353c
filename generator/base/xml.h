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
  XmlNode child(const std::string& name) const;  // the first one of this name
  std::vector<XmlNode> children(const std::string& name) const;
  std::string_view attribute(const char* key) const;  // empty if there is none
  std::vector<std::pair<std::string_view, std::string_view>> attributes() const;
  std::string text() const;       // all text below it, without tags
  std::string inner_xml() const;  // what stands in it, as XML

 private:
  pugi::xml_node_struct* node_ = nullptr;
};

class XmlDocument {
 public:
  // Parses UTF-8. If it is no XML, or cut off, there is no root.
  explicit XmlDocument(std::string_view text);
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

}  // namespace kbgen
