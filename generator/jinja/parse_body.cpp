#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/did_you_mean.h"
#include "jinja/parser_state.h"

namespace kbgen::jinja {

bool Parser::ends_body(std::initializer_list<std::string_view> ends) const {
  return std::ranges::any_of(ends, [&](std::string_view end) { return at_name(end); });
}

// Parses statements up to a tag of one of these names, which becomes the current token.
Body Parser::body(std::initializer_list<std::string_view> ends) {
  Body result;
  while (current().kind != Token::Kind::end) {
    const Token& token = current();
    if (token.kind == Token::Kind::data) {
      result.push_back({token.span, Text{take().word()}});
    } else if (token.kind == Token::Kind::print_begin) {
      tag_ = take().span;
      ExpressionPtr value = tuple(Inline::with_if);
      Span span = value ? value->span : tag_;
      result.push_back({span, Print{std::move(value)}});
      finish_tag(Token::Kind::print_end);
    } else if (token.kind == Token::Kind::block_begin) {
      tag_ = take().span;
      if (ends_body(ends)) return result;
      statement(result);
    } else {
      fail_here("text or a tag");
      skipping_ = false;
      take();
    }
  }
  return result;
}

Body Parser::block_body(std::initializer_list<std::string_view> ends) {
  skip_op(":");  // may stand there, as in Python
  finish_tag(Token::Kind::block_end);
  open_.back().ends = ends;
  if (++depth_ > deepest_nesting) stop_parsing();
  Body result = body(ends);
  --depth_;
  return result;
}

// Parsing ends at once: what is nested too deeply would use up the stack.
void Parser::stop_parsing() {
  fail(tag_, "this is nested too deeply", "", "template-limit");
  skipping_ = false;
  end_reported_ = true;
  at_ = tokens_.size() - 1;
}

// Reads the name of an end tag. At the end of the file it is missing; of several tags
// that are open there only the innermost is reported.
void Parser::close(std::string_view end_name) {
  if (skip_name(end_name)) return;
  if (std::exchange(end_reported_, true)) skipping_ = true;
  const OpenTag& open = open_.back();
  Span last = tokens_[at_ > 0 ? at_ - 1 : at_].span;
  fail(last,
       fmt::format("the template ends, but '{}' is still open: '{}' is missing", open.name,
                   end_name),
       fmt::format("'{}' was opened on line {}", open.name,
                   line_column_of(template_.source, open.tag.begin).line));
}

void Parser::statement(Body& body) {
  const Token& name = current();
  if (name.kind != Token::Kind::name) {
    fail_here("the name of a tag");
    return finish_tag(Token::Kind::block_end);
  }
  std::string_view word = name.word();
  Span span = name.span;
  open_.push_back({span, std::string(word), {}});
  auto add = [&](Statement::Node node) { body.push_back({span, std::move(node)}); };
  auto known = [&](std::string_view tag) { return word == tag && (take(), true); };
  if (known("print"))
    print_statement(body);
  else if (known("if"))
    add(if_statement());
  else if (known("for"))
    add(for_statement());
  else if (known("set"))
    add(set_statement());
  else if (known("with"))
    add(with_statement());
  else if (known("autoescape"))
    add(autoescape_statement());
  else if (known("filter"))
    add(filter_statement());
  else if (known("macro"))
    add(macro_statement());
  else if (known("call"))
    add(call_statement());
  else if (known("block"))
    add(block_statement());
  else if (known("extends"))
    add(extends_statement());
  else if (known("include"))
    add(include_statement());
  else if (known("import"))
    add(import_statement());
  else if (known("from"))
    add(from_statement());
  else {
    open_.pop_back();
    unknown_tag(name);
    return finish_tag(Token::Kind::block_end);
  }
  open_.pop_back();
  finish_tag(Token::Kind::block_end);
}

void Parser::unknown_tag(const Token& name) {
  static const std::vector<std::string> tags = {"print",      "if",      "for",    "set",  "with",
                                                "autoescape", "filter",  "macro",  "call", "block",
                                                "extends",    "include", "import", "from", "raw"};
  static constexpr std::string_view extensions[] = {"do", "break", "continue", "trans", "debug"};
  std::string_view word = name.word();
  if (std::ranges::find(extensions, word) != std::end(extensions))
    return fail(name.span, fmt::format("there is no tag '{}'", word),
                "it belongs to an extension of Jinja that is not part of the language");
  if (word == "elseif" || word == "elsif")
    return fail(name.span, fmt::format("there is no tag '{}'", word), "did you mean 'elif'?");
  if (word == "raw")
    return fail(name.span, "'raw' takes no '+' at its end", "write '{% raw %}' or '{% raw -%}'");
  if (!word.starts_with("end") && word != "else" && word != "elif")
    return fail(name.span, fmt::format("there is no tag '{}'", word), did_you_mean(word, tags));
  if (open_.empty()) return fail(name.span, fmt::format("'{}' ends nothing: no tag is open", word));
  const OpenTag& open = open_.back();
  std::string expected;
  for (std::string_view end : open.ends)
    expected += fmt::format("{}'{}'", expected.empty() ? "" : " or ", end);
  fail(name.span, fmt::format("'{}' does not belong to '{}', which is open here", word, open.name),
       fmt::format("'{}' was opened on line {} and waits for {}", open.name,
                   line_column_of(template_.source, open.tag.begin).line, expected));
}

}  // namespace kbgen::jinja
