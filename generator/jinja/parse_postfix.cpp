#include <fmt/format.h>

#include <utility>

#include "base/did_you_mean.h"
#include "jinja/methods.h"
#include "jinja/parser_state.h"

namespace kbgen::jinja {

ExpressionPtr Parser::postfix(ExpressionPtr of) {
  while (!skipping_) {
    if (at_op("."))
      of = dotted(std::move(of));
    else if (at_op("["))
      of = subscript(std::move(of));
    else if (at_op("("))
      of = call(std::move(of));
    else
      break;
  }
  return of;
}

ExpressionPtr Parser::dotted(ExpressionPtr of) {
  take();
  const Token& token = current();
  if (token.kind == Token::Kind::name) {
    take();
    std::string_view name = *library_.symbol(token.word());
    return make(token.span, Attribute{std::move(of), HashedText(name), methods_named(name)});
  }
  if (token.kind == Token::Kind::integer) {
    ExpressionPtr key = integer_literal();
    return make(token.span, Item{std::move(of), std::move(key)});
  }
  fail_here("a name or a number after '.'");
  return nullptr;
}

ExpressionPtr Parser::subscript(ExpressionPtr of) {
  std::uint32_t begin = take().span.begin;
  auto at_part_end = [&] { return at_op("]") || at_op(":"); };
  // Brackets without anything in them hold the empty tuple.
  ExpressionPtr start;
  if (at_op("]"))
    start = make(span_from(begin), ListLiteral{{}, true});
  else if (!at_op(":"))
    start = tuple(Inline::with_if);
  if (!at_op(":")) {
    expect_op("]");
    return make(span_from(begin), Item{std::move(of), std::move(start)});
  }
  take();
  ExpressionPtr stop = at_part_end() ? nullptr : expression();
  ExpressionPtr step = skip_op(":") && !at_part_end() ? expression() : nullptr;
  expect_op("]");
  return make(span_from(begin),
              Slice{std::move(of), std::move(start), std::move(stop), std::move(step)});
}

ExpressionPtr Parser::call(ExpressionPtr callee) {
  std::uint32_t begin = callee ? callee->span.begin : current().span.begin;
  CallArguments arguments = call_arguments();
  return make(span_from(begin), CallExpression{std::move(callee), std::move(arguments)});
}

CallArguments Parser::call_arguments() {
  CallArguments arguments;
  take();
  bool first = true;
  auto in_order = [&](bool right) {
    if (!right)
      fail(current().span, "arguments by position come first, then by name, then '*' and '**'");
  };
  while (!skipping_ && !at_op(")")) {
    if (!std::exchange(first, false) && (!expect_op(",") || at_op(")"))) break;
    if (skip_op("*")) {
      in_order(!arguments.all_positional && !arguments.all_named);
      arguments.all_positional = expression();
    } else if (skip_op("**")) {
      in_order(!arguments.all_named);
      arguments.all_named = expression();
    } else if (current().kind == Token::Kind::name && ahead().is_op("=")) {
      in_order(!arguments.all_named);
      std::string name(take().word());
      take();
      arguments.named.emplace_back(std::move(name), expression());
    } else {
      in_order(!arguments.all_positional && !arguments.all_named && arguments.named.empty());
      arguments.positional.push_back(expression());
    }
  }
  expect_op(")");
  for (const ExpressionPtr& each : arguments.positional) arguments.are_plain &= is_plain(each);
  for (const auto& [name, each] : arguments.named) arguments.are_plain &= is_plain(each);
  if (arguments.all_positional || arguments.all_named) arguments.are_plain = false;
  return arguments;
}

ExpressionPtr Parser::filters_and_tests(ExpressionPtr value) {
  while (!skipping_) {
    if (skip_op("|"))
      value = filter(std::move(value));
    else if (skip_name("is"))
      value = test(std::move(value));
    else if (at_op("("))
      value = call(std::move(value));
    else
      break;
  }
  return value;
}

ExpressionPtr Parser::filter_chain(ExpressionPtr value) {
  while (skip_op("|")) value = filter(std::move(value));
  return value;
}

ExpressionPtr Parser::filter(ExpressionPtr value) {
  const Token& name = current();
  if (name.kind != Token::Kind::name) {
    fail_here("the name of a filter");
    return nullptr;
  }
  take();
  const Function* function = find_function(library_.filters, name, "filter");
  CallArguments arguments;
  if (at_op("(")) arguments = call_arguments();
  return make(name.span, FilterExpression{std::move(value), std::string(name.word()), function,
                                          std::move(arguments)});
}

// Parses what follows `is`. `x is divisibleby 3` and `x is divisibleby(3)` are the same.
ExpressionPtr Parser::test(ExpressionPtr value) {
  bool negated = skip_name("not");
  const Token& name = current();
  if (name.kind != Token::Kind::name) {
    fail_here("the name of a test");
    return nullptr;
  }
  take();
  const Function* function = find_function(library_.tests, name, "test");
  CallArguments arguments;
  const Token& next = current();
  bool takes_one = next.kind == Token::Kind::name || next.kind == Token::Kind::text ||
                   next.kind == Token::Kind::integer || next.kind == Token::Kind::number ||
                   next.is_op("[") || next.is_op("{");
  if (at_op("(")) {
    arguments = call_arguments();
  } else if (at_name("is")) {
    fail(next.span, "two tests cannot follow each other", "write 'x is a and x is b'");
  } else if (takes_one && !at_name("else") && !at_name("or") && !at_name("and")) {
    arguments.positional.push_back(postfix(primary()));
    arguments.are_plain = is_plain(arguments.positional[0]);
  }
  ExpressionPtr result = make(name.span, TestExpression{std::move(value), std::string(name.word()),
                                                        function, std::move(arguments)});
  return negated ? make(name.span, Unary{UnaryOperator::logical_not, std::move(result)})
                 : std::move(result);
}

const Function* Parser::find_function(const FunctionTable& table, const Token& name,
                                      std::string_view kind) {
  const Function* function = table.find(name.word());
  if (!function && (options_.strict || branches_ == 0)) unknown_.push_back({&name, &table, kind});
  return function;
}

void Parser::report_unknown_functions() {
  for (const UnknownFunction& unknown : unknown_) {
    std::string_view name = unknown.name->word();
    diag_.error(fmt::format("unknown-{}", unknown.kind), unknown.name->span,
                fmt::format("there is no {} '{}'", unknown.kind, name),
                did_you_mean(name, unknown.table->names()));
    failed_ = true;
  }
  unknown_.clear();
}

}  // namespace kbgen::jinja
