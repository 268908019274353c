#include "theme/unused_parts.h"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/suggest.h"
#include "jinja/ast.h"
#include "jinja/parts.h"

namespace kbgen {

namespace {

using namespace jinja;

struct Parts {
  const Expression* parent = nullptr;  // what it extends, if that is said at all
  bool extends = false;
  std::vector<const BlockDefinition*> outer_blocks;       // not within another block
  std::vector<const MacroDefinition*> macros;             // not within a block or a macro
  std::set<Symbol> names;                                 // that expressions read
  std::map<std::string, std::set<std::string>> imported;  // by template; "" is all of it
};

class Collector {
 public:
  explicit Collector(Parts& parts) : parts_(parts) {}

  void body(const Body& statements) {
    for (const Statement& statement : statements)
      std::visit([&](const auto& node) { visit(node); }, statement.node);
  }

 private:
  void use(const ExpressionPtr& expression) {
    if (expression) use(*expression);
  }
  void use(const Expression& expression) {
    if (auto* name = std::get_if<Name>(&expression.node)) parts_.names.insert(name->symbol);
    for_each_part(expression.node, [&](const Expression& part) { use(part); });
  }
  void inside(const Body& statements) {
    ++depth_;
    body(statements);
    --depth_;
  }
  void macro(const MacroDefinition& definition) {
    for (const Parameter& parameter : definition.parameters) use(parameter.fallback);
    inside(definition.body);
  }

  void visit(const Text&) {}
  void visit(const Print& node) { use(node.value); }
  void visit(const If& node) {
    for (const If::Branch& branch : node.branches) {
      use(branch.condition);
      body(branch.body);
    }
    body(node.otherwise);
  }
  void visit(const For& node) {
    use(node.items);
    use(node.condition);
    body(node.body);
    body(node.otherwise);
  }
  void visit(const Set& node) { use(node.value); }
  void visit(const SetBlock& node) {
    use(node.filter);
    body(node.body);
  }
  void visit(const With& node) {
    for (const auto& [target, value] : node.values) use(value);
    body(node.body);
  }
  void visit(const Autoescape& node) {
    use(node.is_on);
    body(node.body);
  }
  void visit(const FilterBlock& node) {
    use(node.filter);
    body(node.body);
  }
  void visit(const Macro& node) {
    if (!node.definition) return;
    if (depth_ == 0 && node.definition->name) parts_.macros.push_back(node.definition.get());
    macro(*node.definition);
  }
  void visit(const CallBlock& node) {
    use(node.call);
    if (node.caller) macro(*node.caller);
  }
  void visit(const Block& node) {
    if (!node.definition) return;
    if (depth_ == 0) parts_.outer_blocks.push_back(node.definition);
    inside(node.definition->body);
  }
  void visit(const Extends& node) {
    parts_.extends = true;
    parts_.parent = node.parent.get();
    use(node.parent);
  }
  void visit(const Include& node) { use(node.templates); }
  void visit(const Import& node) {
    use(node.from);
    if (const std::string* name = literal(node.from)) parts_.imported[*name].insert("");
  }
  void visit(const FromImport& node) {
    use(node.from);
    const std::string* name = literal(node.from);
    if (!name) return;
    for (const auto& [there, here] : node.names)
      if (there) parts_.imported[*name].insert(*there);
  }

  const std::string* literal(const ExpressionPtr& expression) {
    auto* written = expression ? std::get_if<Literal>(&expression->node) : nullptr;
    if (!written || !written->value.is_text()) return nullptr;
    literals_.emplace_back(written->value.as_text());
    return &literals_.back();
  }

  Parts& parts_;
  std::deque<std::string> literals_;
  int depth_ = 0;
};

class UnusedParts {
 public:
  UnusedParts(const Environment& templates, Diagnostics& diag)
      : templates_(templates), diag_(diag) {
    for (const Template* source : templates.all_templates()) {
      Parts& parts = parts_[source];
      Collector(parts).body(source->body);
      for (const auto& [name, imported] : parts.imported)
        imported_[name].insert(imported.begin(), imported.end());
    }
  }

  void check(const Template& source) {
    const Parts& parts = parts_.at(&source);
    if (!parts.extends || source.is_broken) return;
    std::optional<std::vector<std::string>> known = blocks_above(source);
    if (known)
      for (const BlockDefinition* block : parts.outer_blocks) check_block(*block, *known);
    for (const MacroDefinition* macro : parts.macros) check_macro(*macro, source, parts);
  }

 private:
  // Of all templates that this one extends; nothing where they are not known.
  std::optional<std::vector<std::string>> blocks_above(const Template& source) const {
    std::vector<std::string> names;
    const Template* at = &source;
    for (int depth = 0; depth < 50; ++depth) {
      const Parts& parts = parts_.at(at);
      if (!parts.extends) return names;
      auto* written = parts.parent ? std::get_if<Literal>(&parts.parent->node) : nullptr;
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

  void check_macro(const MacroDefinition& macro, const Template& source, const Parts& parts) {
    if (parts.names.contains(macro.name)) return;
    if (auto used = imported_.find(source.name);
        used != imported_.end() &&
        (used->second.contains("") || used->second.contains(*macro.name)))
      return;
    diag_.error("unused-macro", macro.span,
                fmt::format("nothing calls the macro '{}' of this template", *macro.name),
                help_for(*macro.name, source));
  }

  // A macro of another file is replaced by a file of that name.
  std::string help_for(const std::string& name, const Template& asking) const {
    std::vector<std::string> names;
    std::map<std::string, std::string> files;
    for (const auto& [source, parts] : parts_)
      for (const MacroDefinition* macro : parts.macros)
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
  std::map<const Template*, Parts> parts_;
  std::map<std::string, std::set<std::string>> imported_;  // names, by template
};

}  // namespace

void check_unused_parts(const Environment& templates, Diagnostics& diag) {
  UnusedParts unused(templates, diag);
  for (const Template* source : templates.all_templates()) unused.check(*source);
}

}  // namespace kbgen
