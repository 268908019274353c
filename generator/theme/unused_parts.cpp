#include "theme/unused_parts.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/did_you_mean.h"
#include "jinja/ast.h"
#include "theme/template_facts.h"

namespace kbgen {

namespace {

using namespace jinja;

// Knows the facts of all templates, and checks them one by one.
class UnusedParts {
 public:
  UnusedParts(const Environment& templates, Diagnostics& diag)
      : templates_(templates), diag_(diag) {
    for (const Template* source : templates.all_templates()) {
      const TemplateFacts& facts = facts_[source] = facts_of(*source);
      for (const auto& [name, imported] : facts.imports)
        imported_[name].insert(imported.begin(), imported.end());
    }
  }

  void check(const Template& source) {
    const TemplateFacts& facts = facts_.at(&source);
    if (!facts.extends || source.is_broken) return;
    std::optional<std::vector<std::string>> known = blocks_above(source);
    if (known)
      for (const BlockDefinition* block : facts.outer_blocks) check_block(*block, *known);
    for (const MacroDefinition* macro : facts.macros) check_macro(*macro, source, facts);
  }

 private:
  // The names of all blocks of the templates that this one extends, directly or not. Nothing if one
  // of these templates is not known before rendering.
  std::optional<std::vector<std::string>> blocks_above(const Template& source) const {
    std::vector<std::string> names;
    const Template* at = &source;
    for (int depth = 0; depth < 50; ++depth) {
      const TemplateFacts& facts = facts_.at(at);
      if (!facts.extends) return names;
      auto* written = facts.parent ? std::get_if<Literal>(&facts.parent->node) : nullptr;
      if (!written || !written->value.is_text()) return std::nullopt;
      at = templates_.find_template(written->value.as_text(), &at->source);
      if (!at) return std::nullopt;
      for (const auto& [name, block] : at->blocks) names.push_back(name);
    }
    return std::nullopt;
  }

  void check_block(const BlockDefinition& block, const std::vector<std::string>& known) {
    if (!block.name || std::ranges::find(known, *block.name) != known.end()) return;
    std::string help = did_you_mean(*block.name, known);
    diag_.error("unused-block", block.span,
                fmt::format("no template that this one extends has a block '{}' to be replaced",
                            *block.name),
                help.empty() ? "themes/README.md lists the blocks of the built-in themes" : help);
  }

  void check_macro(const MacroDefinition& macro, const Template& source,
                   const TemplateFacts& facts) {
    if (facts.read_names.contains(macro.name)) return;
    if (auto used = imported_.find(source.name);
        used != imported_.end() &&
        (used->second.contains("") || used->second.contains(*macro.name)))
      return;
    diag_.error("unused-macro", macro.span,
                fmt::format("nothing calls the macro '{}' of this template", *macro.name),
                help_for(*macro.name, source));
  }

  // Authors may mean to replace a macro of another template. That takes a template of the other's
  // name.
  std::string help_for(const std::string& name, const Template& asking) const {
    std::vector<std::string> names;
    std::map<std::string, std::string> files;
    for (const Template* source : templates_.all_templates())
      for (const MacroDefinition* macro : facts_.at(source).macros)
        if (source->name != asking.name && files.emplace(*macro->name, source->name).second)
          names.push_back(*macro->name);
    std::optional<std::string> near = closest(name, names);
    if (!near) return "";
    if (*near != name) return "did you mean '" + *near + "' of " + files[*near] + "?";
    return "'" + name + "' is a macro of " + files[name] +
           ": a template of that name, with all its macros, takes its place";
  }

  const Environment& templates_;
  Diagnostics& diag_;
  std::map<const Template*, TemplateFacts> facts_;
  std::map<std::string, NameSet> imported_;  // names that any template imports, by where from
};

}  // namespace

void check_unused_parts(const Environment& templates, Diagnostics& diag) {
  UnusedParts unused(templates, diag);
  for (const Template* source : templates.all_templates()) unused.check(*source);
}

}  // namespace kbgen
