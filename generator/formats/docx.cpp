// Word documents (.docx, .docm; ECMA-376): the paragraphs and tables of the document itself. What
// is not said in it is left out: words deleted with changes tracked, hidden words, comments,
// footnotes, headers and footers, codes of fields. Macros are other files of the archive, which
// nobody opens.
#include <algorithm>

#include "base/ascii.h"
#include "base/xml.h"
#include "base/zip.h"
#include "formats/document_text.h"
#include "formats/documents.h"

namespace kbgen {

namespace {

constexpr const char* document_part = "word/document.xml";

bool is_docx(std::string_view bytes) {
  return bytes.starts_with("PK") && ZipArchive(bytes).has(document_part);
}

// Elements whose words are not in the text as it reads: deleted or moved away, or a second form of
// what stands beside them, such as the sounds of ruby.
bool is_unread(std::string_view name) {
  static constexpr std::string_view names[] = {
      "del", "moveFrom", "delText", "instrText", "Fallback", "delInstrText", "sectPr", "rPr", "rt"};
  return std::ranges::find(names, name) != std::end(names);
}

// Whether a property such as <w:b/> is on: without a value, or with one that does not say no.
bool is_on(const XmlNode& properties, std::string_view name) {
  XmlNode property = properties.local_child(name);
  if (!property) return false;
  std::string_view value = property.local_attribute("val");
  return value != "0" && value != "false" && value != "off" && value != "none";
}

// The level of a heading, by the name of its style: "Heading2"; "Title" is the first. 0: no
// heading.
int heading_level(const XmlNode& paragraph) {
  XmlNode style = paragraph.local_child("pPr").local_child("pStyle");
  std::string_view name = style.local_attribute("val");
  if (name == "Title") return 1;
  for (std::string_view front : {"Heading", "heading "})
    if (name.starts_with(front) && name.size() == front.size() + 1 && is_digit(name.back()))
      return std::max(1, name.back() - '0');
  return 0;
}

class DocxReader {
 public:
  std::string read(const XmlDocument& document) {
    walk_xml(
        document.root(), [&](const XmlNode& node) { return enter(node); },
        [&](const XmlNode& node) { leave(node); });
    return text_.finish();
  }

 private:
  bool enter(const XmlNode& node) {
    std::string_view name = node.local_name();
    if (is_unread(name)) return false;
    if (name == "r") {
      XmlNode properties = node.local_child("rPr");
      bool is_bold = is_on(properties, "b") ||
                     properties.local_child("rStyle").local_attribute("val") == "Strong";
      weight_ = is_bold ? DocumentText::Weight::bold : DocumentText::Weight::normal;
      return !is_on(properties, "vanish");
    }
    if (name == "t") text_.words(node.text(), weight_);
    if (name == "tab") text_.words(" ", weight_);
    if (name == "noBreakHyphen") text_.words("-", weight_);
    if (name == "br" || name == "cr") text_.line_break();
    if (name == "p") text_.line_break();  // a text box stands within another paragraph
    if (name == "tc") text_.begin_cell();
    return name != "t" && name != "pPr";
  }

  void leave(const XmlNode& node) {
    std::string_view name = node.local_name();
    if (name == "p") text_.end_paragraph(heading_level(node));
    if (name == "tc") text_.end_cell();
    if (name == "tr") text_.end_row();
  }

  DocumentText text_;
  DocumentText::Weight weight_ = DocumentText::Weight::normal;
};

std::optional<std::string> text_of(std::string_view bytes) {
  return text_of_part<DocxReader>(bytes, document_part);
}

}  // namespace

extern const DocumentKind docx_document = {"a Word document", is_docx, text_of};

}  // namespace kbgen
