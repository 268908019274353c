#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/did_you_mean.h"
#include "jinja/parser_state.h"
#include "jinja/parts.h"

namespace kbgen::jinja {

// Whoever walks through an expression may use the stack for it: chains of
// operators, filters and calls are nested, too.
ExpressionPtr Parser::make(Span span, Expression::Node node) {
  std::uint32_t height = 0;
  for_each_part(node, [&](const Expression& part) { height = std::max(height, part.height); });
  if (++height > tallest_expression)
    fail(span, "this is too long, or nested too deeply", "", "template-limit");
  return std::make_unique<Expression>(Expression{span, std::move(node), height});
}

// a if condition else b
ExpressionPtr Parser::expression(Inline with) {
  if (skipping_) return nullptr;
  if (++depth_ > deepest_nesting)
    fail(current().span, "this is nested too deeply", "", "template-limit");
  std::uint32_t begin = current().span.begin;
  std::size_t unknown = unknown_.size();
  ExpressionPtr result = logical_or();
  while (with == Inline::with_if && skip_name("if")) {
    ExpressionPtr condition = logical_or();
    ExpressionPtr otherwise = skip_name("else") ? expression() : nullptr;
    result = make(span_from(begin),
                  Conditional{std::move(condition), std::move(result), std::move(otherwise)});
    if (!options_.strict) unknown_.resize(unknown);
  }
  --depth_;
  return result;
}

ExpressionPtr Parser::logical_or() {
  std::uint32_t begin = current().span.begin;
  ExpressionPtr first = logical_and();
  if (skipping_ || !at_name("or")) return first;
  Logical all{true, {}};
  all.operands.push_back(std::move(first));
  while (skip_name("or")) all.operands.push_back(logical_and());
  return make(span_from(begin), std::move(all));
}

ExpressionPtr Parser::logical_and() {
  std::uint32_t begin = current().span.begin;
  ExpressionPtr first = logical_not();
  if (skipping_ || !at_name("and")) return first;
  Logical all{false, {}};
  all.operands.push_back(std::move(first));
  while (skip_name("and")) all.operands.push_back(logical_not());
  return make(span_from(begin), std::move(all));
}

ExpressionPtr Parser::logical_not() {
  std::uint32_t begin = current().span.begin;
  int count = 0;
  while (skip_name("not")) ++count;
  ExpressionPtr value = comparison();
  // Two cancel out to a truth value, three to one negation.
  for (int i = 0; i < (count > 2 ? 2 - count % 2 : count); ++i)
    value = make(span_from(begin), Unary{UnaryOperator::logical_not, std::move(value)});
  return value;
}

static std::optional<Comparison> comparison_of(std::string_view op) {
  if (op == "==") return Comparison::equal;
  if (op == "!=") return Comparison::not_equal;
  if (op == "<") return Comparison::less;
  if (op == "<=") return Comparison::less_equal;
  if (op == ">") return Comparison::greater;
  if (op == ">=") return Comparison::greater_equal;
  return std::nullopt;
}

ExpressionPtr Parser::comparison() {
  std::uint32_t begin = current().span.begin;
  Compare compare{sum(), {}};
  while (!skipping_) {
    auto op = current().kind == Token::Kind::op ? comparison_of(current().word()) : std::nullopt;
    if (op) {
      take();
    } else if (skip_name("in")) {
      op = Comparison::in;
    } else if (at_name("not") && ahead().is_name("in")) {
      take();
      take();
      op = Comparison::not_in;
    } else {
      break;
    }
    compare.rest.emplace_back(*op, sum());
  }
  return compare.rest.empty() ? std::move(compare.first)
                              : make(span_from(begin), std::move(compare));
}

ExpressionPtr Parser::sum() {
  std::uint32_t begin = current().span.begin;
  ExpressionPtr left = concat();
  while (!skipping_ && (at_op("+") || at_op("-"))) {
    BinaryOperator op = take().word() == "+" ? BinaryOperator::add : BinaryOperator::subtract;
    ExpressionPtr right = concat();
    left = make(span_from(begin), Binary{op, std::move(left), std::move(right)});
  }
  return left;
}

ExpressionPtr Parser::concat() {
  std::uint32_t begin = current().span.begin;
  ExpressionPtr first = product();
  if (skipping_ || !at_op("~")) return first;
  Concat all;
  all.parts.push_back(std::move(first));
  while (skip_op("~")) all.parts.push_back(product());
  return make(span_from(begin), std::move(all));
}

static std::optional<BinaryOperator> product_operator(std::string_view op) {
  if (op == "*") return BinaryOperator::multiply;
  if (op == "/") return BinaryOperator::divide;
  if (op == "//") return BinaryOperator::floor_divide;
  if (op == "%") return BinaryOperator::modulo;
  return std::nullopt;
}

ExpressionPtr Parser::product() {
  std::uint32_t begin = current().span.begin;
  ExpressionPtr left = power();
  while (!skipping_ && current().kind == Token::Kind::op) {
    auto op = product_operator(current().word());
    if (!op) break;
    take();
    ExpressionPtr right = power();
    left = make(span_from(begin), Binary{*op, std::move(left), std::move(right)});
  }
  return left;
}

// From the left, unlike Python: 2**3**2 is 64 in Jinja.
ExpressionPtr Parser::power() {
  std::uint32_t begin = current().span.begin;
  ExpressionPtr left = unary(true);
  while (skip_op("**")) {
    ExpressionPtr right = unary(true);
    left = make(span_from(begin), Binary{BinaryOperator::power, std::move(left), std::move(right)});
  }
  return left;
}

ExpressionPtr Parser::unary(bool with_filters) {
  if (skipping_) return nullptr;
  std::uint32_t begin = current().span.begin;
  ExpressionPtr value;
  if (at_op("-") || at_op("+")) {
    if (++depth_ > deepest_nesting)
      fail(current().span, "this is nested too deeply", "", "template-limit");
    UnaryOperator op = take().word() == "-" ? UnaryOperator::negative : UnaryOperator::positive;
    value = unary(false);
    value = make(span_from(begin), Unary{op, std::move(value)});
    --depth_;
  } else {
    value = primary();
  }
  value = postfix(std::move(value));
  return with_filters ? filters_and_tests(std::move(value)) : std::move(value);
}

ExpressionPtr Parser::primary() {
  if (skipping_) return nullptr;
  const Token& token = current();
  switch (token.kind) {
    case Token::Kind::name:
      return name_or_constant();
    case Token::Kind::text:
      return text_literal();
    case Token::Kind::integer:
      return integer_literal();
    case Token::Kind::number: {
      std::string digits(take().word());
      std::erase(digits, '_');
      double value = 0;
      std::from_chars(digits.data(), digits.data() + digits.size(), value);
      return make(token.span, Literal{Value::number(value)});
    }
    default:
      break;
  }
  if (at_op("[")) return list_literal();
  if (at_op("{")) return map_literal();
  if (skip_op("(")) {
    ExpressionPtr inside = tuple(Inline::with_if, true);
    expect_op(")");
    return inside;
  }
  fail_here("an expression");
  return nullptr;
}

ExpressionPtr Parser::name_or_constant() {
  const Token& token = take();
  std::string_view word = token.word();
  if (word == "true" || word == "True") return make(token.span, Literal{Value::boolean(true)});
  if (word == "false" || word == "False") return make(token.span, Literal{Value::boolean(false)});
  if (word == "none" || word == "None") return make(token.span, Literal{Value::none()});
  if (word == "loop") ++loop_mentions_;
  if (word == "caller") ++caller_mentions_;
  if (word == "varargs") ++varargs_mentions_;
  if (word == "kwargs") ++kwargs_mentions_;
  return make(token.span, Name{library_.symbol(word)});
}

ExpressionPtr Parser::integer_literal() {
  const Token& token = take();
  std::string digits(token.word());
  std::erase(digits, '_');
  int base = 10;
  if (digits.size() > 2 && digits[0] == '0') {
    char kind = static_cast<char>(digits[1] | 0x20);
    base = kind == 'x' ? 16 : kind == 'o' ? 8 : kind == 'b' ? 2 : 10;
    if (base != 10) digits.erase(0, 2);
  }
  std::int64_t value = 0;
  auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, base);
  if (error != std::errc())
    fail(token.span, "this number is too large", "whole numbers go up to 9223372036854775807");
  return make(token.span, Literal{Value::integer(value)});
}

ExpressionPtr Parser::text_literal() {
  std::uint32_t begin = current().span.begin;
  std::string text;
  while (current().kind == Token::Kind::text) text += take().value;
  return make(span_from(begin), Literal{Value::view(*library_.symbol(text))});
}

ExpressionPtr Parser::list_literal() {
  std::uint32_t begin = take().span.begin;
  ListLiteral list{{}, false};
  while (!skipping_ && !at_op("]")) {
    if (!list.items.empty() && (!expect_op(",") || at_op("]"))) break;
    list.items.push_back(expression());
  }
  expect_op("]");
  return make(span_from(begin), std::move(list));
}

ExpressionPtr Parser::map_literal() {
  std::uint32_t begin = take().span.begin;
  MapLiteral map;
  while (!skipping_ && !at_op("}")) {
    if (!map.entries.empty() && (!expect_op(",") || at_op("}"))) break;
    ExpressionPtr key = expression();
    expect_op(":");
    map.entries.emplace_back(std::move(key), expression());
  }
  expect_op("}");
  return make(span_from(begin), std::move(map));
}

bool Parser::at_tuple_end() const {
  return current().kind == Token::Kind::print_end || current().kind == Token::Kind::block_end ||
         at_op(")");
}

// One expression, or several with commas between.
ExpressionPtr Parser::tuple(Inline with, bool in_parentheses) {
  if (skipping_) return nullptr;
  std::uint32_t begin = current().span.begin;
  std::vector<ExpressionPtr> items;
  bool is_tuple = false;
  while (!skipping_) {
    if (at_tuple_end()) break;
    items.push_back(expression(with));
    if (!skip_op(",")) break;
    is_tuple = true;
  }
  if (!is_tuple && items.size() == 1) return std::move(items[0]);
  if (items.empty() && !in_parentheses) {
    fail_here("an expression");
    return nullptr;
  }
  return make(span_from(begin), ListLiteral{std::move(items), true});
}

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
  // Between brackets without a key stands the empty tuple.
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

// `x is divisibleby 3` and `x is divisibleby(3)` are the same.
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
