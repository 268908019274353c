// Documents of offices and web pages that may hold a transcript: DOCX, ODT, RTF, HTML. They become
// text, which the formats of text read.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/xml.h"
#include "base/zip.h"

namespace kbgen {

// One kind of documents. Each row is defined in the file of its kind; documents.cpp lists them.
struct DocumentKind {
  std::string_view what;  // as the end of "this is …"
  bool (*is)(std::string_view bytes);
  // The words, as DocumentText has them; nothing if the file is damaged.
  std::optional<std::string> (*text_of)(std::string_view bytes);
  bool may_be_prose = true;  // whether its words may be speech if nobody is named before them
};

// The kind of the document in a file; null if it is something else.
const DocumentKind* document_kind(std::string_view bytes);

// What one part of a document may have at most when it is unpacked: some thousand pages.
inline constexpr std::size_t most_bytes_of_document = 32 * 1024 * 1024;

// The words that a Reader finds in one part of a packed document that is XML; nothing if the part
// is not there, too large or no XML.
template <class Reader>
std::optional<std::string> text_of_part(std::string_view bytes, const char* part) {
  std::optional<std::string> xml = ZipArchive(bytes).read(part, most_bytes_of_document);
  if (!xml) return std::nullopt;
  const XmlDocument document(*xml, XmlSpace::kept);
  if (!document.root()) return std::nullopt;
  return Reader().read(document);
}

}  // namespace kbgen
