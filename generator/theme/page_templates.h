// Which template makes which pages, and what it finds there.
#pragma once

#include <span>
#include <string_view>

#include "model/plan.h"

namespace kbgen {

struct PageTemplate {
  PageKind kind;
  std::string_view name;
  // What the page's subject is called in it, and the row of the contract that
  // it is; empty for pages that are about nothing in particular.
  std::string_view subject;
};

std::span<const PageTemplate> page_templates();
const PageTemplate& template_of(PageKind kind);

// What every template can call.
constexpr std::string_view page_functions[] = {"asset", "url_to"};

}  // namespace kbgen
