#include "formats/documents.h"

namespace kbgen {

extern const DocumentKind docx_document, odt_document, rtf_document, html_document;

const DocumentKind* document_kind(std::string_view bytes) {
  for (const DocumentKind* kind : {&docx_document, &odt_document, &rtf_document, &html_document})
    if (kind->is(bytes)) return kind;
  return nullptr;
}

}  // namespace kbgen
