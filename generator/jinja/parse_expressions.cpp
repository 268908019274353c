#include <algorithm>

#include "jinja/expression_parts.h"
#include "jinja/parser_state.h"

namespace kbgen::jinja {

// Makes an expression. Its height is limited, so that code which walks through it may
// use the stack: chains of operators, filters and calls are nested, too.
ExpressionPtr Parser::make(Span span, Expression::Node node) {
  std::uint32_t height = 0;
  for_each_part(node, [&](const Expression& part) { height = std::max(height, part.height); });
  if (++height > tallest_expression)
    fail(span, "this is too long, or nested too deeply", "", "template-limit");
  return std::make_unique<Expression>(Expression{span, std::move(node), height});
}

// Parses any expression, with or without a condition: a if condition else b.
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
  // Two negations make a truth value of anything, three are as good as one.
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

// Powers group from the left, unlike in Python: 2**3**2 is 64 in Jinja.
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

}  // namespace kbgen::jinja
