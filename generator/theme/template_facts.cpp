#include "theme/template_facts.h"

#include <deque>

#include "theme/page_templates.h"

namespace kbgen {

namespace {

using namespace jinja;

// Statements in their nesting; expressions bind nothing.
class Collector {
 public:
  Collector(const Template& source, TemplateFacts& facts) : source_(source), facts_(facts) {}

  void body(const Body& statements) {
    for (const Statement& statement : statements)
      std::visit([&](const auto& node) { visit(node); }, statement.node);
  }

 private:
  void add(const Target& target, bool by_set) {
    if (target.symbol) add(target.symbol, by_set);
    for (const Target& part : target.targets) add(part, by_set);
  }
  void add(Symbol symbol, bool by_set) {
    if (!symbol) return;  // of a broken template
    facts_.bound_names.insert(*symbol);
    if (by_set) facts_.set_names.insert(*symbol);
  }
  // Names that are only known when the page is made are passed over.
  void add_use(const ExpressionPtr& written, std::string_view how) {
    const Literal* name = written ? std::get_if<Literal>(&written->node) : nullptr;
    if (name && name->value.is_text())
      facts_.uses.emplace_back(std::string(name->value.as_text()),
                               TemplateUse{how, &source_, written->span});
  }
  void macro(const MacroDefinition& definition) {
    if (definition.name) add(definition.name, true);
    for (const Parameter& parameter : definition.parameters) add(parameter.symbol, false);
    body(definition.body);
  }

  void visit(const Text&) {}
  void visit(const Print&) {}
  void visit(const Extends& node) { add_use(node.parent, "extended by"); }
  void visit(const Include& node) { add_use(node.templates, "included from"); }
  void visit(const If& node) {
    for (const If::Branch& branch : node.branches) body(branch.body);
    body(node.otherwise);
  }
  void visit(const For& node) {
    add(node.target, false);
    body(node.body);
    body(node.otherwise);
  }
  void visit(const Set& node) { add(node.target, true); }
  void visit(const SetBlock& node) {
    add(node.target, true);
    body(node.body);
  }
  void visit(const With& node) {
    for (const auto& [target, value] : node.values) add(target, false);
    body(node.body);
  }
  void visit(const Autoescape& node) { body(node.body); }
  void visit(const FilterBlock& node) { body(node.body); }
  void visit(const Macro& node) {
    if (node.definition) macro(*node.definition);
  }
  void visit(const CallBlock& node) {
    if (node.caller) macro(*node.caller);
  }
  void visit(const Block& node) {
    if (node.definition) body(node.definition->body);
  }
  void visit(const Import& node) {
    add_use(node.from, "imported from");
    add(node.name, true);
  }
  void visit(const FromImport& node) {
    add_use(node.from, "imported from");
    for (const auto& [there, here] : node.names) add(here, true);
  }

  const Template& source_;
  TemplateFacts& facts_;
};

}  // namespace

TemplateFacts facts_of(const Template& source) {
  TemplateFacts facts;
  Collector(source, facts).body(source.body);
  return facts;
}

// A broken one, where there is no good one: its mistakes have a way to them, too.
static const Template* find_any(const Environment& environment, std::string_view name,
                                const Template& asking) {
  if (const Template* good = environment.find_template(name, &asking.source)) return good;
  for (const Template* source : environment.all_templates())
    if (source->name == name) return source;
  return nullptr;
}

TemplateChains chains_to(const Environment& environment) {
  TemplateChains chains;
  std::set<const Template*> seen;
  std::deque<const Template*> next;
  for (const PageTemplate& row : page_templates())
    if (const Template* page = environment.find_template(row.name);
        page && seen.insert(page).second)
      next.push_back(page);
  for (; !next.empty(); next.pop_front())
    for (const auto& [name, use] : facts_of(*next.front()).uses)
      if (const Template* used = find_any(environment, name, *next.front());
          used && seen.insert(used).second) {
        chains.emplace(used, use);
        next.push_back(used);
      }
  return chains;
}

}  // namespace kbgen
