// Texts of OpenDocument (.odt; ISO/IEC 26300), as LibreOffice writes them: the paragraphs and
// tables of the text itself. Words deleted with changes tracked, comments and notes are left out.
#include <algorithm>
#include <charconv>
#include <set>
#include <string>
#include <vector>

#include "base/xml.h"
#include "base/zip.h"
#include "formats/document_text.h"
#include "formats/documents.h"

namespace kbgen {

namespace {

constexpr const char* content_part = "content.xml";
constexpr std::string_view media_type = "application/vnd.oasis.opendocument.text";

bool is_odt(std::string_view bytes) {
  if (!bytes.starts_with("PK")) return false;
  ZipArchive archive(bytes);
  std::optional<std::string> type = archive.read("mimetype", 200);
  return type && type->starts_with(media_type) && archive.has(content_part);
}

bool is_unread(std::string_view name) {
  static constexpr std::string_view names[] = {"tracked-changes",  "annotation", "note",
                                               "automatic-styles", "scripts",    "sequence-decls",
                                               "font-face-decls",  "ruby-text"};
  return std::ranges::find(names, name) != std::end(names);
}

int number_of(std::string_view text, int least, int most) {
  int number = least;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return std::clamp(number, least, most);
}

class OdtReader {
 public:
  std::string read(const XmlDocument& document) {
    find_bold_styles(document);
    walk_xml(
        document.root(), [&](const XmlNode& node) { return enter(node); },
        [&](const XmlNode& node) { leave(node); });
    return text_.finish();
  }

 private:
  void find_bold_styles(const XmlDocument& document) {
    auto note = [&](const XmlNode& node) {
      if (node.local_name() == "text-properties" && node.local_attribute("font-weight") == "bold")
        bold_styles_.emplace(node.parent().local_attribute("name"));
      return node.local_name() != "body";
    };
    walk_xml(document.root(), note, [](const XmlNode&) {});
  }

  DocumentText::Weight weight() const {
    return spans_.empty() ? DocumentText::Weight::normal : spans_.back();
  }

  bool enter(const XmlNode& node) {
    std::string_view name = node.local_name();
    if (is_unread(name)) return false;
    if (name.empty()) text_.words(node.value(), weight());
    if (name == "s")
      text_.words(
          std::string(static_cast<std::size_t>(number_of(node.local_attribute("c"), 1, 100)), ' '),
          weight());
    if (name == "tab") text_.words(" ", weight());
    if (name == "line-break") text_.line_break();
    if (is_styled(name)) open_span(node, name);
    if (is_cell(name)) text_.begin_cell();
    return true;
  }

  static bool is_cell(std::string_view name) {
    return name == "table-cell" || name == "covered-table-cell";
  }
  static bool is_styled(std::string_view name) {
    return name == "span" || name == "p" || name == "h";
  }

  // Paragraphs begin without the weight of the words around them: a frame in a line has its own.
  void open_span(const XmlNode& node, std::string_view name) {
    if (name != "span") text_.line_break();
    bool is_bold = bold_styles_.contains(std::string(node.local_attribute("style-name"))) ||
                   (name == "span" && weight() == DocumentText::Weight::bold);
    spans_.push_back(is_bold ? DocumentText::Weight::bold : DocumentText::Weight::normal);
  }

  void leave(const XmlNode& node) {
    std::string_view name = node.local_name();
    if (is_styled(name)) spans_.pop_back();
    if (name == "p") text_.end_paragraph();
    if (name == "h") text_.end_paragraph(number_of(node.local_attribute("outline-level"), 1, 6));
    if (is_cell(name)) text_.end_cell();
    if (name == "table-row") text_.end_row();
  }

  std::set<std::string> bold_styles_;
  std::vector<DocumentText::Weight> spans_;
  DocumentText text_;
};

std::optional<std::string> text_of(std::string_view bytes) {
  return text_of_part<OdtReader>(bytes, content_part);
}

}  // namespace

extern const DocumentKind odt_document = {"an OpenDocument text", is_odt, text_of};

}  // namespace kbgen
