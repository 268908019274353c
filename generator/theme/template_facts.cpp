#include "theme/template_facts.h"

#include <deque>

#include "jinja/expression_parts.h"
#include "theme/page_templates.h"

namespace kbgen {

namespace {

using namespace jinja;

// Walks through all statements and expressions of a template and collects its facts. Only
// statements give names values; expressions read them.
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
    if (!symbol) return;  // the template is broken
    facts_.bound_names.insert(*symbol);
    if (by_set) facts_.set_names.insert(*symbol);
  }
  // Notes that another template is used. A name that is computed while rendering is not known here,
  // and left out.
  void add_use(const ExpressionPtr& written, std::string_view how) {
    const Literal* name = written ? std::get_if<Literal>(&written->node) : nullptr;
    if (name && name->value.is_text())
      facts_.uses.emplace_back(std::string(name->value.as_text()),
                               TemplateUse{how, &source_, written->span});
  }
  void read(const ExpressionPtr& expression) {
    if (expression) read(*expression);
  }
  void read(const Expression& expression) {
    if (auto* name = std::get_if<Name>(&expression.node)) facts_.read_names.insert(name->symbol);
    for_each_part(expression.node, [&](const Expression& part) { read(part); });
  }
  void inside(const Body& statements) {
    ++depth_;
    body(statements);
    --depth_;
  }
  void macro(const MacroDefinition& definition) {
    if (definition.name) add(definition.name, true);
    for (const Parameter& parameter : definition.parameters) {
      add(parameter.symbol, false);
      read(parameter.fallback);
    }
    inside(definition.body);
  }
  void add_import(const ExpressionPtr& from, std::string_view name) {
    const Literal* written = from ? std::get_if<Literal>(&from->node) : nullptr;
    if (written && written->value.is_text())
      facts_.imports[std::string(written->value.as_text())].emplace(name);
  }

  void visit(const Text&) {}
  void visit(const Print& node) { read(node.value); }
  void visit(const Extends& node) {
    facts_.extends = true;
    facts_.parent = node.parent.get();
    read(node.parent);
    add_use(node.parent, "extended by");
  }
  void visit(const Include& node) {
    read(node.templates);
    add_use(node.templates, "included from");
  }
  void visit(const If& node) {
    for (const If::Branch& branch : node.branches) {
      read(branch.condition);
      body(branch.body);
    }
    body(node.otherwise);
  }
  void visit(const For& node) {
    add(node.target, false);
    read(node.items);
    read(node.condition);
    body(node.body);
    body(node.otherwise);
  }
  void visit(const Set& node) {
    add(node.target, true);
    read(node.value);
  }
  void visit(const SetBlock& node) {
    add(node.target, true);
    read(node.filter);
    body(node.body);
  }
  void visit(const With& node) {
    for (const auto& [target, value] : node.values) {
      add(target, false);
      read(value);
    }
    body(node.body);
  }
  void visit(const Autoescape& node) {
    read(node.is_on);
    body(node.body);
  }
  void visit(const FilterBlock& node) {
    read(node.filter);
    body(node.body);
  }
  void visit(const Macro& node) {
    if (!node.definition) return;
    if (depth_ == 0 && node.definition->name) facts_.macros.push_back(node.definition.get());
    macro(*node.definition);
  }
  void visit(const CallBlock& node) {
    read(node.call);
    if (node.caller) macro(*node.caller);
  }
  void visit(const Block& node) {
    if (!node.definition) return;
    if (depth_ == 0) facts_.outer_blocks.push_back(node.definition);
    inside(node.definition->body);
  }
  void visit(const Import& node) {
    read(node.from);
    add_use(node.from, "imported from");
    add_import(node.from, "");
    add(node.name, true);
  }
  void visit(const FromImport& node) {
    read(node.from);
    add_use(node.from, "imported from");
    for (const auto& [there, here] : node.names) {
      if (there) add_import(node.from, *there);
      add(here, true);
    }
  }

  const Template& source_;
  TemplateFacts& facts_;
  int depth_ = 0;  // of blocks and macros
};

}  // namespace

TemplateFacts facts_of(const Template& source) {
  TemplateFacts facts;
  Collector(source, facts).body(source.body);
  return facts;
}

// The template of this name that `asking` gets. If there is none that works, a broken one: messages
// about its mistakes should say how it is reached, too.
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
