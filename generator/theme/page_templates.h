// Which template renders the pages of a kind, and what their subject is called in it.
#pragma once

#include <span>
#include <string_view>

#include "model/plan.h"

namespace kbgen {

struct PageTemplate {
  PageKind kind;
  std::string_view name;
  // The variable with the page's subject, and the type of it in the contract: they have the same
  // name. Empty for pages that are about nothing in particular.
  std::string_view subject;
};

// One row for each kind of page, in the order of PageKind.
std::span<const PageTemplate> page_templates();
const PageTemplate& template_of(PageKind kind);

// Functions that every template can call, besides t() of theme/strings.h.
constexpr std::string_view page_functions[] = {"asset", "url_to"};

}  // namespace kbgen
