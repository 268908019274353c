// The formats in which a page can be cited: styles for readers, and records for programs. A new one
// is a row in formats.cpp.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "citations/citable.h"

namespace kbgen {

// Whether a citation is text for readers or a record for programs.
enum class CitationForm { text, record };

struct CitationFormat {
  std::string_view name;   // as `kbgen cite --format` takes it
  std::string_view title;  // as pages show it
  CitationForm form = CitationForm::text;
  std::string (*write)(const Citable&);  // text with marks (marked.h), without '\n' at the end
  std::string_view extension;            // of the file beside the page; empty: there is none
  // Joins the records of many pages, as plain text, into the text of one file.
  std::string (*collect)(const std::vector<std::string>& records);
};

std::string_view name_of(CitationForm form);  // "text", "record"

// All formats, in the order in which pages show them.
std::span<const CitationFormat> citation_formats();
// Null if there is no format of this name.
const CitationFormat* find_citation_format(std::string_view name);

// Whether data/ has a record of the entity: not of shows and hand-written pages.
bool has_citation_record(EntityId entity);
// Whether files with its record lie beside its page: of episodes and topics, which are what people
// cite. Other pages show their records, too; a site of thousands of people needs no files of them.
bool has_citation_files(EntityId entity);
// The path of such a file below the site's root: "topics/kaggle/cite.bib".
std::string citation_path(const Site& site, EntityId entity, const CitationFormat& format);

}  // namespace kbgen
