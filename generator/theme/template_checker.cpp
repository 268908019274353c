#include "theme/template_checker.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/did_you_mean.h"
#include "base/text.h"
#include "jinja/ast.h"
#include "jinja/expression_parts.h"
#include "jinja/library.h"
#include "theme/page_templates.h"
#include "theme/strings.h"

namespace kbgen {

namespace {

using namespace jinja;
using Type = ContractType;

// A filter that takes a list: what it returns, and which of its arguments is the path of a field of
// the list's elements.
struct ListFilter {
  std::string_view name;
  int path;  // position of the argument with the path; -1: it can only be given as attribute=…
  enum class Gives { element, list, groups, fields, unknown } gives;
};

constexpr ListFilter list_filters[] = {
    {"first", -1, ListFilter::Gives::element},  {"last", -1, ListFilter::Gives::element},
    {"min", -1, ListFilter::Gives::element},    {"max", -1, ListFilter::Gives::element},
    {"list", -1, ListFilter::Gives::list},      {"sort", -1, ListFilter::Gives::list},
    {"reverse", -1, ListFilter::Gives::list},   {"unique", -1, ListFilter::Gives::list},
    {"select", -1, ListFilter::Gives::list},    {"reject", -1, ListFilter::Gives::list},
    {"selectattr", 0, ListFilter::Gives::list}, {"rejectattr", 0, ListFilter::Gives::list},
    {"groupby", 0, ListFilter::Gives::groups},  {"map", -1, ListFilter::Gives::fields},
    {"join", 1, ListFilter::Gives::unknown},    {"sum", 0, ListFilter::Gives::unknown},
};

// The expression as a literal text. Null if it is anything else, or missing, as expressions of a
// broken template may be.
const Literal* literal_text(const ExpressionPtr& expression) {
  const Literal* literal = expression ? std::get_if<Literal>(&expression->node) : nullptr;
  return literal && literal->value.is_text() ? literal : nullptr;
}

// The types of the variables that a template has from the beginning. A name that some template
// gives a value is left out, because its type may be any: it may be set before this template is
// included, or around that place.
std::map<std::string_view, Type> globals_for(const Template& source, const ThemeFacts& shared) {
  auto page = std::ranges::find(page_templates(), source.name, &PageTemplate::name);
  bool makes_pages = page != page_templates().end();
  std::map<std::string_view, Type> globals = shared.globals;
  if (makes_pages && !page->subject.empty())
    globals.emplace(page->subject, ContractTypes::row(page->subject));
  const NameSet& unsure = makes_pages ? shared.set_names : shared.bound_names;
  std::erase_if(globals, [&](const auto& global) { return unsure.contains(global.first); });
  return globals;
}

class TemplateChecker {
 public:
  TemplateChecker(const Template& source, const ThemeFacts& shared, Diagnostics& diag)
      : source_(source), shared_(shared), globals_(globals_for(source, shared)), diag_(diag) {}

  // Goes through the template twice and reports in the second pass only: what a template sets at
  // its end has a value in the blocks before it, too.
  StringKeys check() {
    body(source_.body);
    is_reporting_ = true;
    body(source_.body);
    return std::move(looked_up_);
  }

 private:
  using Scope = std::map<Symbol, Type>;

  void bind(Symbol symbol, Type type) {
    auto [variable, is_new] = scopes_.back().emplace(symbol, type);
    if (!is_new && variable->second != type)
      variable->second = Type();  // it has values of different types
  }
  void bind(const Target& target, Type type) {
    bool is_pair = type.shape == Type::Shape::groups && target.targets.size() == 2;
    if (target.symbol && target.field.empty()) bind(target.symbol, is_pair ? Type() : type);
    for (std::size_t i = 0; i < target.targets.size(); ++i)
      bind(target.targets[i], is_pair && i == 1 ? Type{Type::Shape::list, type.row} : Type());
  }
  Type lookup(Symbol symbol) const {
    for (std::size_t i = scopes_.size(); i-- > 0;)
      if (auto found = scopes_[i].find(symbol); found != scopes_[i].end()) return found->second;
    auto global = globals_.find(*symbol);
    return global == globals_.end() ? Type() : global->second;
  }

  void report(std::string_view code, Span place, std::string message, std::string help) {
    if (!is_reporting_) return;
    Diagnostic& problem = diag_.error(code, place, std::move(message), std::move(help));
    for (auto use = shared_.chains.find(&source_); use != shared_.chains.end();
         use = shared_.chains.find(use->second.by)) {
      Location from = locate(use->second.place);
      problem.trail.push_back(
          fmt::format("{} {}:{}:{}", use->second.how, from.path, from.at.line, from.at.column));
    }
  }

  // --- expressions ---

  Type type(const ExpressionPtr& expression) { return expression ? type(*expression) : Type(); }
  Type type(const Expression& at) {
    return std::visit([&](const auto& node) { return visit(at, node); }, at.node);
  }

  Type field(Type of, std::string_view name, Span place) {
    if (shared_.types.lacks(of, name))
      report("unknown-field", place,
             "'" + std::string(of.row) + "' has no field '" + std::string(name) + "'",
             did_you_mean(name, shared_.types.fields(of)));
    return shared_.types.field(of, name);
  }

  // The type of a field of a field, "date.year", as filters take it.
  Type path(Type of, const ExpressionPtr& written) {
    const Literal* literal = literal_text(written);
    if (!literal) return {};
    for (std::string_view part : split(literal->value.as_text(), '.'))
      of = field(of, part, written->span);
    return of;
  }

  void arguments(const CallArguments& given) {
    auto visit_argument = [&](const Expression& argument) { type(argument); };
    PartVisitor(visit_argument).given(given);
  }

  Type visit(const Expression& at, const Name& node) {
    if (!node.symbol) return {};
    if (shared_.is_complete && !shared_.known.contains(*node.symbol)) {
      std::vector<std::string> names(shared_.known.begin(), shared_.known.end());
      report("undefined-variable", at.span, "'" + *node.symbol + "' is undefined",
             did_you_mean(*node.symbol, names));
    }
    return lookup(node.symbol);
  }

  Type visit(const Expression& at, const Attribute& node) {
    return field(type(node.of), node.name.text, at.span);
  }

  Type visit(const Expression& at, const Item& node) {
    Type of = type(node.of);
    type(node.key);
    if (const Literal* key = literal_text(node.key))
      return field(of, key->value.as_text(), at.span);
    return of.element();
  }

  Type visit(const Expression&, const Slice& node) {
    for (const ExpressionPtr* part : {&node.start, &node.stop, &node.step}) type(*part);
    return type(node.of);
  }

  Type visit(const Expression&, const CallExpression& node) {
    if (!node.callee) return {};
    const Name* function = std::get_if<Name>(&node.callee->node);
    if (function && *function->symbol == "asset") check_asset(node.arguments);
    if (function && *function->symbol == string_function_name) check_string(node.arguments);
    // In text.upper() the attribute is a method of the text, not a field.
    if (const Attribute* method = std::get_if<Attribute>(&node.callee->node))
      type(method->of);
    else
      type(node.callee);
    arguments(node.arguments);
    return {};
  }

  void check_asset(const CallArguments& given) {
    const Literal* name =
        given.positional.size() == 1 ? literal_text(given.positional[0]) : nullptr;
    if (!name) return;
    std::string wanted(name->value.as_text());
    if (shared_.theme.assets.contains(wanted)) return;
    std::vector<std::string> names;
    for (const auto& [known, asset] : shared_.theme.assets) names.push_back(known);
    report("unknown-asset", given.positional[0]->span, "the theme has no asset '" + wanted + "'",
           did_you_mean(wanted, names));
  }

  // Checks a call of t(): that the key exists, and that its placeholders get values. Where some
  // template gives the name `t` another value, nothing is checked.
  void check_string(const CallArguments& given) {
    if (shared_.bound_names.contains(string_function_name) || given.positional.size() != 1) return;
    const Expression* written = given.positional[0].get();
    const Literal* key = literal_text(given.positional[0]);
    auto* joined = written ? std::get_if<Concat>(&written->node) : nullptr;
    const Strings& strings = *shared_.theme.strings;
    Diagnostics unknown;
    if (joined) key = literal_text(joined->parts.front());
    if (!key) return;
    StringUse use{std::string(key->value.as_text()), joined != nullptr, written->span};
    for (const std::string& one : keys_of(use, strings, unknown)) {
      looked_up_.insert(one);
      if (!joined) check_values(given, one, *strings.find(one), written->span);
    }
    for (const Diagnostic& problem : unknown.all())
      report(problem.code, use.place, problem.message, problem.help);
  }

  void check_values(const CallArguments& given, const std::string& key, const Message& message,
                    Span place) {
    std::vector<std::string> known(message.places.begin(), message.places.end()), missing = known;
    for (const auto& [name, value] : given.named) {
      std::erase(missing, name);
      if (!message.places.contains(name) && name != "count" && value)
        report("unknown-placeholder", value->span,
               "the string '" + key + "' has no placeholder '{" + name + "}'",
               did_you_mean(name, known));
    }
    if (!missing.empty() && !given.all_named)
      report("missing-placeholder", place,
             "the string '" + key + "' needs a value for '{" + missing.front() + "}'",
             "t(\"" + key + "\", " + missing.front() + "=…)");
  }

  Type visit(const Expression&, const FilterExpression& node) {
    bool may_be_undefined = node.name == "default" || node.name == "d";
    Type of = may_be_undefined ? type_if_defined(node.value) : type(node.value);
    arguments(node.arguments);
    auto filter = std::ranges::find(list_filters, node.name, &ListFilter::name);
    if (filter == std::end(list_filters) || of.shape != Type::Shape::list) return {};
    return filtered(*filter, of, node.arguments);
  }

  Type filtered(const ListFilter& filter, Type of, const CallArguments& given) {
    Type found;
    auto position = static_cast<std::size_t>(filter.path);
    if (filter.path >= 0 && position < given.positional.size())
      found = path(of.element(), given.positional[position]);
    for (const auto& [name, argument] : given.named)
      if (name == "attribute") found = path(of.element(), argument);
    switch (filter.gives) {
      case ListFilter::Gives::element:
        return of.element();
      case ListFilter::Gives::list:
        return of;
      case ListFilter::Gives::groups:
        return of.groups();
      case ListFilter::Gives::fields:
        return found.list();
      case ListFilter::Gives::unknown:
        break;
    }
    return {};
  }

  // The type of an expression that may have no value: `x is defined` and `x|default(…)` may name a
  // variable that nobody sets.
  Type type_if_defined(const ExpressionPtr& expression) {
    const Name* name = expression ? std::get_if<Name>(&expression->node) : nullptr;
    return name ? lookup(name->symbol) : type(expression);
  }

  Type visit(const Expression&, const TestExpression& node) {
    if (node.name == "defined" || node.name == "undefined")
      type_if_defined(node.value);
    else
      type(node.value);
    arguments(node.arguments);
    return {};
  }

  template <class Node>
  Type visit(const Expression& at, const Node&) {
    for_each_part(at.node, [&](const Expression& part) { type(part); });
    return {};
  }
  Type visit(const Expression&, const Conditional& node) {
    type(node.condition);
    Type then = type(node.then), otherwise = type(node.otherwise);
    return then == otherwise || !node.otherwise ? then : Type();
  }

  // --- statements ---

  void body(const Body& statements) {
    for (const Statement& statement : statements)
      std::visit([&](const auto& node) { visit(node); }, statement.node);
  }
  void scoped(const Body& statements) {
    scopes_.emplace_back();
    body(statements);
    scopes_.pop_back();
  }

  void visit(const Text&) {}
  void visit(const Print& node) { type(node.value); }
  void visit(const If& node) {
    for (const If::Branch& branch : node.branches) {
      type(branch.condition);
      body(branch.body);
    }
    body(node.otherwise);
  }
  void visit(const For& node) {
    Type items = type(node.items);
    scopes_.emplace_back();
    bind(node.target, items.shape == Type::Shape::groups ? items : items.element());
    type(node.condition);
    body(node.body);
    scopes_.pop_back();
    scoped(node.otherwise);
  }
  void visit(const Set& node) { bind(node.target, type(node.value)); }
  void visit(const SetBlock& node) {
    type(node.filter);
    scoped(node.body);
    bind(node.target, Type());
  }
  void visit(const With& node) {
    std::vector<Type> values;
    for (const auto& [target, value] : node.values) values.push_back(type(value));
    scopes_.emplace_back();
    for (std::size_t i = 0; i < values.size(); ++i) bind(node.values[i].first, values[i]);
    body(node.body);
    scopes_.pop_back();
  }
  void visit(const Autoescape& node) {
    type(node.is_on);
    scoped(node.body);
  }
  void visit(const FilterBlock& node) {
    type(node.filter);
    scoped(node.body);
  }
  void macro(const MacroDefinition& definition) {
    for (const Parameter& parameter : definition.parameters) type(parameter.fallback);
    scopes_.emplace_back();
    for (const Parameter& parameter : definition.parameters) bind(parameter.symbol, Type());
    body(definition.body);
    scopes_.pop_back();
  }
  void visit(const Macro& node) {
    if (!node.definition) return;
    bind(node.definition->name, Type());
    macro(*node.definition);
  }
  void visit(const CallBlock& node) {
    type(node.call);
    if (node.caller) macro(*node.caller);
  }
  // A block sees the variables that its template sets at the top level. Those of the loops and
  // other statements around it it sees only if it is marked `scoped`.
  void visit(const Block& node) {
    if (!node.definition) return;
    std::vector<Scope> outer;
    if (!node.definition->is_scoped) {
      outer = {scopes_.front()};
      std::swap(scopes_, outer);
    }
    scoped(node.definition->body);
    if (!node.definition->is_scoped) std::swap(scopes_, outer);
  }
  void visit(const Extends& node) { check_template(node.parent); }
  void visit(const Include& node) {
    if (!node.ignore_missing) check_template(node.templates);
  }
  void visit(const Import& node) {
    check_template(node.from);
    bind(node.name, Type());
  }
  void visit(const FromImport& node) {
    check_template(node.from);
    for (const auto& [there, here] : node.names) bind(here, Type());
  }

  void check_template(const ExpressionPtr& written) {
    type(written);
    const Literal* name = literal_text(written);
    if (!name) return;
    const Environment& templates = *shared_.theme.templates;
    if (templates.has_template(name->value.as_text())) return;
    report("missing-template", written->span,
           "there is no template '" + std::string(name->value.as_text()) + "'",
           did_you_mean(name->value.as_text(), templates.template_names()));
  }

  const Template& source_;
  const ThemeFacts& shared_;
  std::map<std::string_view, Type> globals_;
  Diagnostics& diag_;
  std::vector<Scope> scopes_{1};
  StringKeys looked_up_;
  bool is_reporting_ = false;
};

}  // namespace

StringKeys check_template(const Template& source, const ThemeFacts& shared, Diagnostics& diag) {
  return TemplateChecker(source, shared, diag).check();
}

}  // namespace kbgen
