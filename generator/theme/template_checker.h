// Checks one template by the types of what it reads, without rendering it.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

#include "base/diagnostics.h"
#include "theme/contract_types.h"
#include "theme/template_facts.h"
#include "theme/theme.h"

namespace kbgen {

// What a checker must know of the whole theme to check one of its templates.
struct ThemeFacts {
  const Theme& theme;
  ContractTypes types;
  std::map<std::string_view, ContractType> globals = {};  // variables that every template has
  NameSet set_names = {}, bound_names = {};               // of all templates, see TemplateFacts
  NameSet known = {};  // every name that may have a value somewhere
  TemplateChains chains = {};
  bool is_complete = true;  // false: a template is broken, so `known` may lack names
};

using StringKeys = std::set<std::string, std::less<>>;

// Reports what check_templates() says of one template. Returns the keys of the strings that the
// template looks up, as far as they are written in it.
StringKeys check_template(const jinja::Template& source, const ThemeFacts& shared,
                          Diagnostics& diag);

}  // namespace kbgen
