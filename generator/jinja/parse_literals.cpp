#include <algorithm>
#include <charconv>

#include "jinja/parser_state.h"

namespace kbgen::jinja {

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

// Parses one expression, or a tuple of several with commas between them.
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

}  // namespace kbgen::jinja
