// The parser, whose methods are in several files. Grammar and precedence are those of
// jinja2/parser.py.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "jinja/ast.h"
#include "jinja/lexer.h"
#include "jinja/library.h"
#include "jinja/options.h"

namespace kbgen::jinja {

// Deeper nesting is refused, so that neither parsing nor rendering can use up
// the stack.
inline constexpr int deepest_nesting = 100;
inline constexpr std::uint32_t tallest_expression = 500;

class Parser {
 public:
  Parser(Template& result, const Options& options, Library& library, Diagnostics& diag);
  bool run();

 private:
  enum class Inline { with_if, without_if };
  enum class Fields { allowed, refused };  // whether a field of a namespace may be set here

  // --- tokens (parser_state.cpp) ---
  const Token& current() const { return tokens_[at_]; }
  const Token& ahead() const { return tokens_[std::min(at_ + 1, tokens_.size() - 1)]; }
  const Token& take() { return tokens_[at_ + 1 < tokens_.size() ? at_++ : at_]; }
  std::uint32_t previous_end() const { return at_ > 0 ? tokens_[at_ - 1].span.end : 0; }
  bool at_op(std::string_view op) const { return current().is_op(op); }
  bool at_name(std::string_view name) const { return current().is_name(name); }
  bool skip_op(std::string_view op);
  bool skip_name(std::string_view name);
  bool expect_op(std::string_view op);
  bool expect_name(std::string_view name);
  Symbol expect_symbol(std::string_view what);
  std::string describe(const Token& token) const;

  // Reports a mistake. Of a tag only the first is reported: the rest of it is skipped.
  void fail(Span where, std::string message, std::string help = "",
            std::string_view code = "template-syntax");
  void fail_here(std::string_view expected);
  void finish_tag(Token::Kind end);
  Span span_from(std::uint32_t begin) const { return {&template_.source, begin, previous_end()}; }

  // --- operators (parse_expressions.cpp) ---
  ExpressionPtr make(Span span, Expression::Node node);
  ExpressionPtr expression(Inline with = Inline::with_if);
  ExpressionPtr logical_or();
  ExpressionPtr logical_and();
  ExpressionPtr logical_not();
  ExpressionPtr comparison();
  ExpressionPtr sum();
  ExpressionPtr concat();
  ExpressionPtr product();
  ExpressionPtr power();
  ExpressionPtr unary(bool with_filters);

  // --- names, constants and literals (parse_literals.cpp) ---
  ExpressionPtr primary();
  ExpressionPtr name_or_constant();
  ExpressionPtr integer_literal();
  ExpressionPtr text_literal();
  ExpressionPtr list_literal();
  ExpressionPtr map_literal();
  ExpressionPtr tuple(Inline with, bool in_parentheses = false);
  bool at_tuple_end() const;

  // --- fields, calls, filters and tests (parse_postfix.cpp) ---
  ExpressionPtr postfix(ExpressionPtr of);
  ExpressionPtr subscript(ExpressionPtr of);
  ExpressionPtr dotted(ExpressionPtr of);
  ExpressionPtr call(ExpressionPtr callee);
  CallArguments call_arguments();
  ExpressionPtr filters_and_tests(ExpressionPtr value);
  ExpressionPtr filter(ExpressionPtr value);  // from its name on
  ExpressionPtr filter_chain(ExpressionPtr value);
  ExpressionPtr test(ExpressionPtr value);
  const Function* find_function(const FunctionTable& table, const Token& name,
                                std::string_view kind);
  void report_unknown_functions();

  // --- the template and its tags (parse_body.cpp) ---
  Body body(std::initializer_list<std::string_view> ends);
  Body block_body(std::initializer_list<std::string_view> ends);  // from the end of the opening tag
  void stop_parsing();
  void close(std::string_view end_name);
  bool ends_body(std::initializer_list<std::string_view> ends) const;
  void statement(Body& body);
  void unknown_tag(const Token& name);

  // --- statements (parse_statements.cpp) ---
  Target target(Fields fields);
  Target field_target();
  Target simple_target();
  Symbol new_name();
  void print_statement(Body& body);
  If if_statement();
  For for_statement();
  Statement::Node set_statement();
  With with_statement();
  Autoescape autoescape_statement();
  FilterBlock filter_statement();
  Macro macro_statement();
  CallBlock call_statement();
  Block block_statement();
  Extends extends_statement();
  Include include_statement();
  Import import_statement();
  FromImport from_statement();
  bool context_choice(bool fallback);
  void parameters(MacroDefinition& macro);
  void macro_body(MacroDefinition& macro, std::string_view end_name);

  struct UnknownFunction {
    const Token* name;
    const FunctionTable* table;
    std::string_view kind;
  };

  // An opened tag that waits for its end.
  struct OpenTag {
    Span tag;
    std::string name;
    std::vector<std::string_view> ends;
  };

  Template& template_;
  Options options_;
  Library& library_;
  Diagnostics& diag_;
  std::vector<Token> tokens_;
  std::size_t at_ = 0;
  bool skipping_ = false;  // whether the rest of the tag is skipped, after a mistake
  bool failed_ = false;
  bool end_reported_ = false;  // whether a tag was reported that is open at the end
  int depth_ = 0;
  int scopes_ = 0;    // how many loops, macros, … are open: `extends` may not stand in one
  int branches_ = 0;  // how many `if` are open
  int loops_ = 0;     // how many loops are open
  std::vector<UnknownFunction> unknown_;  // filters and tests of this tag
  // How often these variables were named so far.
  std::size_t loop_mentions_ = 0, caller_mentions_ = 0, varargs_mentions_ = 0, kwargs_mentions_ = 0;
  std::vector<OpenTag> open_;
  Span tag_;  // the tag that is being parsed
};

}  // namespace kbgen::jinja
