// How to cite the page being rendered, in each format.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "theme/view.h"

namespace kbgen {

// The page's citation in one format; the texts are those of html_citation() and plain_citation().
struct PageCitation {
  std::string_view name, title, form;  // of the format, see CitationFormat
  std::string text;                    // as plain text
  std::string html;                    // as HTML, with templates for moments if the page has any
  std::string path;                    // of the file with the record; empty: there is none
};

// The page's citations, one for each of citation_formats(), in its order.
std::vector<PageCitation> citations(const View& view);

// The page's citation as plain text in Chicago style, the most detailed one: for themes that show
// one citation only.
std::string citation(const View& view);

}  // namespace kbgen
