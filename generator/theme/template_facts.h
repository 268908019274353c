// What can be told of a template by looking at it: which names it gives values
// to, and which other templates it needs.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "jinja/ast.h"
#include "jinja/environment.h"

namespace kbgen {

using NameSet = std::set<std::string, std::less<>>;

// One template needs another.
struct TemplateUse {
  std::string_view how;  // "included from", "extended by", "imported from"
  const jinja::Template* by = nullptr;
  Span place;
};

struct TemplateFacts {
  NameSet set_names;    // by `set` and imports: seen by whatever is rendered afterwards
  NameSet bound_names;  // by loops, `with`, macros and their parameters, too
  std::vector<std::pair<std::string, TemplateUse>> uses;  // of other templates, by name

  bool extends = false;
  const jinja::Expression* parent = nullptr;                // what it extends, as it says that
  std::vector<const jinja::BlockDefinition*> outer_blocks;  // not within another block
  std::vector<const jinja::MacroDefinition*> macros;        // not within a block or a macro
  std::set<jinja::Symbol> read_names;                       // by expressions
  std::map<std::string, NameSet> imports;                   // names, by template; "" is all of it
};

TemplateFacts facts_of(const jinja::Template& source);

// How each template is reached from one that makes pages: the next step up.
// Those that make pages have none.
using TemplateChains = std::map<const jinja::Template*, TemplateUse>;
TemplateChains chains_to(const jinja::Environment& environment);

}  // namespace kbgen
