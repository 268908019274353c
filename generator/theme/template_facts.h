// What can be told of a template without rendering it: which names it gives values to, which it
// reads, and which other templates it uses.
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

// A place at which one template uses another.
struct TemplateUse {
  std::string_view how;  // "included from", "extended by" or "imported from", for messages
  const jinja::Template* by = nullptr;  // the template that uses the other one
  Span place;                           // in it
};

struct TemplateFacts {
  NameSet set_names;    // given values by `set`, imports and macros: seen by what is rendered later
  NameSet bound_names;  // those, and the names of loops, `with` and parameters of macros
  std::vector<std::pair<std::string, TemplateUse>> uses;  // name of the other template, and where

  bool extends = false;
  const jinja::Expression* parent = nullptr;                // the expression after `extends`
  std::vector<const jinja::BlockDefinition*> outer_blocks;  // not within a block or a macro
  std::vector<const jinja::MacroDefinition*> macros;        // not within a block or a macro
  std::set<jinja::Symbol> read_names;                       // in expressions
  std::map<std::string, NameSet> imports;  // imported names by template; "": the whole template
};

// The facts point into `source`, which must outlive them.
TemplateFacts facts_of(const jinja::Template& source);

// How each template is reached from one that makes pages: the use of it by the template before it
// on a shortest way. Templates that make pages have no entry.
using TemplateChains = std::map<const jinja::Template*, TemplateUse>;
TemplateChains chains_to(const jinja::Environment& environment);

}  // namespace kbgen
