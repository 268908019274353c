// Every form in which a page can be cited. A new one is a row.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "citations/citable.h"

namespace kbgen {

// Text to be read, or a record that a program reads.
enum class CitationForm { text, record };

struct CitationFormat {
  std::string_view name;   // as `kbgen cite --format` takes it
  std::string_view title;  // as pages show it
  CitationForm form = CitationForm::text;
  std::string (*write)(const Citable&);  // marked (marked.h), no '\n' at the end
  std::string_view extension;            // of a file beside the page; empty: none
  // The records of many as one file.
  std::string (*collect)(const std::vector<std::string>& records);
};

std::string_view name_of(CitationForm form);  // "text", "record"

std::span<const CitationFormat> citation_formats();
const CitationFormat* find_citation_format(std::string_view name);

// Where the file of a page is.
// Whether files are made of it: of what a page is about, not of shows and hand-written pages.
bool has_citation_files(EntityId entity);
std::string citation_path(const Site& site, EntityId entity, const CitationFormat& format);

}  // namespace kbgen
