#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "jinja/parser_state.h"
#include "jinja/python_text.h"

namespace kbgen::jinja {

// Parses what values are assigned to: x · a, b · (a, (b, c)) · and, where fields are
// allowed, namespace.field by itself
Target Parser::target(Fields fields) {
  std::uint32_t begin = current().span.begin;
  if (fields == Fields::allowed && current().kind == Token::Kind::name && ahead().is_op("."))
    return field_target();
  Target result;
  result.is_tuple = true;
  bool comma = false;
  while (!skipping_ && !at_tuple_end()) {
    result.targets.push_back(simple_target());
    comma = skip_op(",");
    if (!comma) break;
  }
  if (result.targets.size() == 1 && !comma) return std::move(result.targets[0]);
  if (result.targets.empty()) fail_here("a name");
  result.span = span_from(begin);
  return result;
}

Target Parser::field_target() {
  std::uint32_t begin = current().span.begin;
  Target field = simple_target();
  take();
  field.field = *expect_symbol("the name of a field");
  field.span = span_from(begin);
  return field;
}

Target Parser::simple_target() {
  const Token& token = current();
  Target result;
  if (skip_op("(")) {
    if (++depth_ > deepest_nesting)
      fail(token.span, "this is nested too deeply", "", "template-limit");
    result.is_tuple = true;
    if (!at_op(")")) result = target(Fields::refused);
    --depth_;
    expect_op(")");
    return result;
  }
  result.span = token.span;
  if (at_name("loop") && loops_ > 0) fail(token.span, "'loop' cannot be set inside a loop");
  result.symbol = new_name();
  return result;
}

// Parses the name of a macro, a parameter or an import: one name, never several.
Symbol Parser::new_name() {
  static constexpr std::string_view constants[] = {"true", "false", "none",
                                                   "True", "False", "None"};
  const Token& token = current();
  if (token.kind == Token::Kind::name &&
      std::ranges::find(constants, token.word()) != std::end(constants))
    fail(token.span, fmt::format("'{}' cannot be set: it is a constant", token.word()));
  return expect_symbol("a name");
}

void Parser::print_statement(Body& body) {
  bool first = true;
  while (!skipping_ && current().kind != Token::Kind::block_end) {
    if (!std::exchange(first, false) && !expect_op(",")) break;
    ExpressionPtr value = expression();
    Span span = value ? value->span : tag_;
    body.push_back({span, Print{std::move(value)}});
  }
}

If Parser::if_statement() {
  If result;
  ++branches_;
  do {
    ExpressionPtr condition = tuple(Inline::without_if);
    Body inside = block_body({"elif", "else", "endif"});
    result.branches.push_back({std::move(condition), std::move(inside)});
  } while (skip_name("elif"));
  if (skip_name("else")) result.otherwise = block_body({"endif"});
  --branches_;
  close("endif");
  return result;
}

For Parser::for_statement() {
  For result;
  ++loops_;
  ++scopes_;
  result.target = target(Fields::refused);
  expect_name("in");
  result.items = tuple(Inline::without_if);
  if (skip_name("if")) result.condition = expression();
  result.is_recursive = skip_name("recursive");
  std::size_t mentions = loop_mentions_;
  result.body = block_body({"endfor", "else"});
  result.uses_loop = result.is_recursive || loop_mentions_ > mentions;
  --loops_;
  if (skip_name("else")) result.otherwise = block_body({"endfor"});
  --scopes_;
  close("endfor");
  return result;
}

Statement::Node Parser::set_statement() {
  Target to = target(Fields::allowed);
  if (skip_op("=")) return Set{std::move(to), tuple(Inline::with_if)};
  ++scopes_;
  ExpressionPtr filter = filter_chain(nullptr);
  Body inside = block_body({"endset"});
  --scopes_;
  close("endset");
  return SetBlock{std::move(to), std::move(filter), std::move(inside)};
}

With Parser::with_statement() {
  With result;
  ++scopes_;
  while (!skipping_ && current().kind != Token::Kind::block_end && !at_op(":")) {
    if (!result.values.empty() && !expect_op(",")) break;
    Target to = target(Fields::refused);
    expect_op("=");
    result.values.emplace_back(std::move(to), expression());
  }
  result.body = block_body({"endwith"});
  --scopes_;
  close("endwith");
  return result;
}

Autoescape Parser::autoescape_statement() {
  Autoescape result;
  ++scopes_;
  result.is_on = expression();
  result.body = block_body({"endautoescape"});
  --scopes_;
  close("endautoescape");
  return result;
}

FilterBlock Parser::filter_statement() {
  FilterBlock result;
  ++scopes_;
  result.filter = filter_chain(filter(nullptr));
  result.body = block_body({"endfilter"});
  --scopes_;
  close("endfilter");
  return result;
}

void Parser::parameters(MacroDefinition& macro) {
  expect_op("(");
  while (!skipping_ && !at_op(")")) {
    if (!macro.parameters.empty() && !expect_op(",")) break;
    Parameter parameter{new_name(), nullptr};
    if (skip_op("="))
      parameter.fallback = expression();
    else if (!macro.parameters.empty() && macro.parameters.back().fallback)
      fail_here("'=': parameters with a default come last");
    macro.parameters.push_back(std::move(parameter));
  }
  expect_op(")");
}

void Parser::macro_body(MacroDefinition& macro, std::string_view end_name) {
  std::size_t callers = caller_mentions_, varargs = varargs_mentions_, kwargs = kwargs_mentions_;
  ++scopes_;
  macro.body = block_body({end_name});
  --scopes_;
  close(end_name);
  macro.uses_caller = caller_mentions_ > callers;
  macro.uses_varargs = varargs_mentions_ > varargs;
  macro.uses_kwargs = kwargs_mentions_ > kwargs;
  for (const Parameter& parameter : macro.parameters) {
    if (*parameter.symbol == "varargs") macro.uses_varargs = false;
    if (*parameter.symbol == "kwargs") macro.uses_kwargs = false;
    if (*parameter.symbol != "caller" || !macro.uses_caller) continue;
    if (!parameter.fallback)
      fail(macro.span, "a parameter 'caller' needs a default, or must be left out");
    macro.uses_caller = false;
  }
}

Macro Parser::macro_statement() {
  Macro result{std::make_unique<MacroDefinition>()};
  result.definition->span = current().span;
  result.definition->name = new_name();
  parameters(*result.definition);
  macro_body(*result.definition, "endmacro");
  return result;
}

CallBlock Parser::call_statement() {
  CallBlock result{std::make_unique<MacroDefinition>(), nullptr};
  result.caller->span = tag_;
  if (at_op("(")) parameters(*result.caller);
  Span where = current().span;
  result.call = expression();
  if (result.call && !std::holds_alternative<CallExpression>(result.call->node))
    fail(where, "expected a call, like 'macro()'");
  macro_body(*result.caller, "endcall");
  return result;
}

static bool is_blank(const Body& body) {
  return std::ranges::all_of(body, [](const Statement& statement) {
    const Text* text = std::get_if<Text>(&statement.node);
    return text && strip(text->text).empty();
  });
}

Block Parser::block_statement() {
  auto definition = std::make_unique<BlockDefinition>();
  Span where = definition->span = current().span;
  definition->name = expect_symbol("the name of a block");
  if (at_op("-"))
    fail(current().span, "the name of a block is made of letters, digits and '_'",
         "use '_' instead of '-'");
  definition->is_scoped = skip_name("scoped");
  definition->is_required = skip_name("required");
  // A scoped block may be replaced by one that uses `loop`, so a loop around it has one.
  if (definition->is_scoped) ++loop_mentions_;
  int branches = std::exchange(branches_, 0), loops = std::exchange(loops_, 0);
  ++scopes_;
  definition->body = block_body({"endblock"});
  --scopes_;
  branches_ = branches;
  loops_ = loops;
  if (definition->is_required && !is_blank(definition->body))
    fail(where, "a required block must be empty");
  close("endblock");
  skip_name(*definition->name);
  const BlockDefinition* block = definition.get();
  if (!template_.blocks.try_emplace(*block->name, std::move(definition)).second) {
    fail(where, fmt::format("there are two blocks '{}'",
                            template_.source.text.substr(where.begin, where.end - where.begin)));
    return Block{nullptr};
  }
  return Block{block};
}

Extends Parser::extends_statement() {
  if (scopes_ > 0) fail(tag_, "'extends' cannot stand inside a loop, a block or the like");
  return Extends{expression()};
}

bool Parser::context_choice(bool fallback) {
  if (skipping_ || !(at_name("with") || at_name("without")) || !ahead().is_name("context"))
    return fallback;
  bool with = take().word() == "with";
  take();
  return with;
}

Include Parser::include_statement() {
  Include result{expression()};
  if (!skipping_ && at_name("ignore") && ahead().is_name("missing")) {
    take();
    take();
    result.ignore_missing = true;
  }
  result.with_context = context_choice(true);
  return result;
}

Import Parser::import_statement() {
  Import result{expression(), nullptr};
  expect_name("as");
  result.name = new_name();
  result.with_context = context_choice(false);
  return result;
}

FromImport Parser::from_statement() {
  FromImport result{expression(), {}};
  expect_name("import");
  do {
    bool choice = (at_name("with") || at_name("without")) && ahead().is_name("context");
    if (choice) break;
    Span where = current().span;
    Symbol name = new_name();
    if (name->starts_with("_")) fail(where, "names that begin with '_' cannot be imported");
    result.names.emplace_back(name, skip_name("as") ? new_name() : name);
  } while (skip_op(","));
  result.with_context = context_choice(false);
  return result;
}

}  // namespace kbgen::jinja
