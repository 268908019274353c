// How to cite the page being made, in each format.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "theme/view.h"

namespace kbgen {

struct PageCitation {
  std::string_view name, title, form;
  std::string text;         // plain
  std::string html;         // the same
  std::string moment_html;  // of a moment, to be filled in; empty: the page has none
  std::string path;         // of a file; empty: none
};

std::vector<PageCitation> citations(const View& view);

// In the style that says most, for themes that show one.
std::string citation(const View& view);

}  // namespace kbgen
