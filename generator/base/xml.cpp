#include "base/xml.h"

#include <pugixml.hpp>
#include <sstream>

#include "base/text.h"

namespace kbgen {

static pugi::xml_node node_of(pugi::xml_node_struct* node) { return pugi::xml_node(node); }

std::string_view XmlNode::name() const { return node_of(node_).name(); }

XmlNode XmlNode::child(const std::string& name) const {
  return XmlNode(node_of(node_).child(name.c_str()).internal_object());
}

std::vector<XmlNode> XmlNode::children(const std::string& name) const {
  std::vector<XmlNode> found;
  for (const pugi::xml_node& one : node_of(node_).children(name.c_str()))
    found.emplace_back(one.internal_object());
  return found;
}

std::string_view XmlNode::attribute(const char* key) const {
  return node_of(node_).attribute(key).value();
}

std::vector<std::pair<std::string_view, std::string_view>> XmlNode::attributes() const {
  std::vector<std::pair<std::string_view, std::string_view>> found;
  for (const pugi::xml_attribute& one : node_of(node_).attributes())
    found.emplace_back(one.name(), one.value());
  return found;
}

std::string XmlNode::text() const {
  struct Collector : pugi::xml_tree_walker {
    std::string text;
    bool for_each(pugi::xml_node& at) override {
      if (at.type() == pugi::node_pcdata || at.type() == pugi::node_cdata) text += at.value();
      return true;
    }
  } collector;
  node_of(node_).traverse(collector);
  return std::move(collector.text);
}

std::string XmlNode::inner_xml() const {
  std::ostringstream xml;
  for (const pugi::xml_node& inside : node_of(node_).children())
    inside.print(xml, "", pugi::format_raw);
  return xml.str();
}

static std::string_view without_prefix(std::string_view name) {
  return name.substr(name.find(':') + 1);
}

std::string_view XmlNode::local_name() const { return without_prefix(name()); }

XmlNode XmlNode::local_child(std::string_view name) const {
  for (const pugi::xml_node& one : node_of(node_).children())
    if (without_prefix(one.name()) == name) return XmlNode(one.internal_object());
  return {};
}

std::string_view XmlNode::local_attribute(std::string_view name) const {
  for (const pugi::xml_attribute& one : node_of(node_).attributes())
    if (without_prefix(one.name()) == name) return one.value();
  return {};
}

XmlNode XmlNode::first_child() const {
  return XmlNode(node_of(node_).first_child().internal_object());
}
XmlNode XmlNode::next() const { return XmlNode(node_of(node_).next_sibling().internal_object()); }
XmlNode XmlNode::parent() const { return XmlNode(node_of(node_).parent().internal_object()); }
std::string_view XmlNode::value() const { return node_of(node_).value(); }

XmlDocument::XmlDocument(std::string_view text, XmlSpace space)
    : document_(std::make_unique<pugi::xml_document>()) {
  const unsigned spaces =
      space == XmlSpace::kept ? pugi::parse_ws_pcdata : pugi::parse_ws_pcdata_single;
  pugi::xml_parse_result parsed = document_->load_buffer(
      text.data(), text.size(), pugi::parse_default | pugi::parse_doctype | spaces,
      pugi::encoding_utf8);
  if (parsed) return;
  problem_ = lower_ascii(parsed.description());
  problem_offset_ = parsed.offset;
  document_->reset();
}

XmlDocument::~XmlDocument() = default;

XmlNode XmlDocument::root() const {
  return XmlNode(document_->document_element().internal_object());
}

bool XmlDocument::defines_entities() const {
  for (const pugi::xml_node& node : document_->children())
    if (node.type() == pugi::node_doctype &&
        std::string_view(node.value()).find("<!ENTITY") != std::string_view::npos)
      return true;
  return false;
}

}  // namespace kbgen
