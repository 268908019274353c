#include "jinja/parser_state.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace kbgen::jinja {

Parser::Parser(Template& result, const Options& options, Library& library, Diagnostics& diag)
    : template_(result),
      options_(options),
      library_(library),
      diag_(diag),
      tokens_(tokenize(result.source, options)) {}

bool Parser::run() {
  template_.body = body({});
  return !failed_;
}

bool Parser::skip_op(std::string_view op) {
  if (skipping_ || !at_op(op)) return false;
  take();
  return true;
}

bool Parser::skip_name(std::string_view name) {
  if (skipping_ || !at_name(name)) return false;
  take();
  return true;
}

bool Parser::expect_op(std::string_view op) {
  if (skip_op(op)) return true;
  fail_here(fmt::format("'{}'", op));
  return false;
}

bool Parser::expect_name(std::string_view name) {
  if (skip_name(name)) return true;
  fail_here(fmt::format("'{}'", name));
  return false;
}

Symbol Parser::expect_symbol(std::string_view what) {
  if (!skipping_ && current().kind == Token::Kind::name) return library_.symbol(take().word());
  fail_here(what);
  return library_.symbol("");
}

std::string Parser::describe(const Token& token) const {
  switch (token.kind) {
    case Token::Kind::end:
      return "the end of the template";
    case Token::Kind::data:
      return "text";
    case Token::Kind::text:
      return "text in quotes";
    default:
      return fmt::format("'{}'", token.word());
  }
}

void Parser::fail(Span where, std::string message, std::string help, std::string_view code) {
  failed_ = true;
  if (skipping_) return;
  skipping_ = true;
  diag_.error(code, where, std::move(message), std::move(help));
}

// A hint for what is written there in other languages.
static std::string help_for(std::string_view word) {
  static constexpr std::pair<std::string_view, std::string_view> habits[] = {
      {"=", "'==' compares; only the tag 'set' gives a value to a name"},
      {"if", "the tag for another condition is 'elif'"},
      {"&", "write 'and'"},
      {"|", "write 'or'"},
      {"!", "write 'not'"},
      {"?", "write 'this if condition else that'"}};
  auto habit =
      std::ranges::find(habits, word, &std::pair<std::string_view, std::string_view>::first);
  return habit == std::end(habits) ? "" : std::string(habit->second);
}

void Parser::fail_here(std::string_view expected) {
  const Token& token = current();
  if (token.kind == Token::Kind::mistake)
    fail(token.span, token.value, help_for(token.word()));
  else if (token.kind == Token::Kind::end)
    fail(token.span, fmt::format("the template ends inside a tag: expected {}", expected));
  else
    fail(token.span, fmt::format("expected {}, got {}", expected, describe(token)),
         help_for(token.word()));
}

void Parser::finish_tag(Token::Kind end) {
  if (!skipping_ && current().kind != end)
    fail_here(end == Token::Kind::print_end ? "'}}'" : "'%}'");
  if (skipping_) {
    while (current().kind != Token::Kind::print_end && current().kind != Token::Kind::block_end &&
           current().kind != Token::Kind::end)
      take();
    skipping_ = false;
  }
  report_unknown_functions();
  take();
}

}  // namespace kbgen::jinja
