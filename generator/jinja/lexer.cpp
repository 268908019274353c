#include "jinja/lexer.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/ascii.h"
#include "base/text.h"
#include "jinja/python_text.h"

namespace kbgen::jinja {

namespace {

bool starts_name(char c) {
  return is_ascii_letter(c) || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

class Lexer {
 public:
  Lexer(const SourceFile& file, const Options& options)
      : file_(file), text_(file.text), options_(options), end_(file.text.size()) {
    if (!options.keep_trailing_newline && text_.ends_with('\n')) --end_;
    text_ = text_.substr(0, end_);
  }

  std::vector<Token> run() {
    while (at_ < end_) {
      std::size_t tag = find_tag();
      if (tag == text_.npos) {
        add(Token::Kind::data, at_, end_);
        break;
      }
      read_tag(tag);
    }
    add(Token::Kind::end, end_, end_);
    return std::move(tokens_);
  }

 private:
  std::size_t find_tag() const {
    for (std::size_t i = at_; (i = text_.find('{', i)) != text_.npos; ++i)
      if (i + 1 < end_ && (text_[i + 1] == '{' || text_[i + 1] == '%' || text_[i + 1] == '#'))
        return i;
    return text_.npos;
  }

  void add(Token::Kind kind, std::size_t begin, std::size_t end, std::string value = "") {
    Span span{&file_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    tokens_.push_back({kind, span, std::move(value)});
  }

  char peek(std::size_t ahead = 0) const { return at_ + ahead < end_ ? text_[at_ + ahead] : '\0'; }

  // Adds the text before a tag, without the white space that '-' and lstrip_blocks drop.
  void add_data(std::size_t begin, std::size_t end, char sign, bool may_strip) {
    std::string_view data = text_.substr(begin, end - begin);
    if (sign == '-') {
      data = strip_right(data);
    } else if (sign != '+' && options_.lstrip_blocks && may_strip) {
      std::size_t line = data.rfind('\n') + 1;
      bool starts_line = line > 0 || begin == 0 || text_[begin - 1] == '\n';
      if (starts_line && strip_right(data.substr(line)).empty()) data = data.substr(0, line);
    }
    if (!data.empty()) add(Token::Kind::data, begin, begin + data.size());
  }

  void read_tag(std::size_t tag) {
    char type = text_[tag + 1];
    std::size_t data_begin = at_;
    at_ = tag + 2;
    char sign = peek() == '-' || peek() == '+' ? peek() : '\0';
    if (sign) ++at_;
    add_data(data_begin, tag, sign, type != '{');
    if (type == '#')
      skip_comment(tag);
    else if (type == '%' && begins_raw())
      read_raw(tag);
    else
      read_code(tag, type == '{' ? Token::Kind::print_end : Token::Kind::block_end);
  }

  // Ends a tag. After "-%}" white space is dropped, after "%}" a line end is, if blocks
  // are trimmed.
  void finish_tag(char sign, bool may_trim) {
    if (sign == '-')
      at_ = end_ - strip_left(text_.substr(at_)).size();
    else if (sign != '+' && may_trim && options_.trim_blocks && peek() == '\n')
      ++at_;
  }

  void skip_comment(std::size_t tag) {
    std::size_t close = text_.find("#}", at_);
    if (close == text_.npos) {
      // As in Jinja2, where this is no mistake if the template ends just here.
      if (at_ == end_) return;
      add(Token::Kind::mistake, tag, tag + 2, "this comment is never closed with '#}'");
      at_ = end_;
      return;
    }
    char sign = close > at_ ? text_[close - 1] : '\0';
    at_ = close + 2;
    finish_tag(sign, true);
  }

  std::size_t skip_space(std::size_t from) const {
    return end_ - strip_left(text_.substr(from)).size();
  }

  bool begins_raw() {
    std::size_t word = skip_space(at_);
    if (!text_.substr(word).starts_with("raw")) return false;
    std::size_t close = skip_space(word + 3);
    bool strips = text_.substr(close).starts_with("-%}");
    if (!strips && !text_.substr(close).starts_with("%}")) return false;
    at_ = close + (strips ? 3 : 2);
    if (strips) at_ = skip_space(at_);
    return true;
  }

  void read_raw(std::size_t tag) {
    std::size_t begin = at_;
    for (std::size_t i = at_; (i = text_.find("{%", i)) != text_.npos; i += 2) {
      std::size_t word = i + 2;
      char open_sign =
          word < end_ && (text_[word] == '-' || text_[word] == '+') ? text_[word++] : '\0';
      word = skip_space(word);
      if (!text_.substr(word).starts_with("endraw")) continue;
      std::size_t close = skip_space(word + 6);
      char close_sign =
          close < end_ && (text_[close] == '-' || text_[close] == '+') ? text_[close++] : '\0';
      if (!text_.substr(close).starts_with("%}")) continue;
      add_data(begin, i, open_sign, true);
      at_ = close + 2;
      finish_tag(close_sign, true);
      return;
    }
    at_ = end_;
    // As in Jinja2, where this is no mistake if the template ends just here.
    if (begin == end_) return;
    add(Token::Kind::mistake, tag, begin, "this raw block is never closed with '{% endraw %}'");
  }

  // Reads the tokens inside {{ }} or {% %}. The end mark counts only outside of brackets,
  // so that {{ {'a': {}} }} works.
  void read_code(std::size_t tag, Token::Kind end_kind) {
    bool is_print = end_kind == Token::Kind::print_end;
    add(is_print ? Token::Kind::print_begin : Token::Kind::block_begin, tag, at_);
    std::string brackets;
    std::string_view mark = is_print ? "}}" : "%}";
    while (true) {
      at_ = skip_space(at_);
      if (at_ >= end_) return;  // the parser says what is missing
      std::string_view rest = text_.substr(at_);
      bool signed_end =
          (rest[0] == '-' || (rest[0] == '+' && !is_print)) && rest.substr(1).starts_with(mark);
      if (brackets.empty() && (signed_end || rest.starts_with(mark))) {
        std::size_t begin = at_;
        at_ += signed_end ? 3 : 2;
        add(end_kind, begin, at_);
        finish_tag(signed_end ? rest[0] : '\0', !is_print);
        return;
      }
      read_token(brackets, mark);
    }
  }

  void read_token(std::string& brackets, std::string_view mark) {
    char c = peek();
    if (is_digit(c))
      read_number();
    else if (starts_name(c))
      read_name();
    else if (c == '"' || c == '\'')
      read_text(c);
    else
      read_operator(brackets, mark);
  }

  void read_name() {
    std::size_t begin = at_;
    while (at_ < end_ && (starts_name(peek()) || is_digit(peek()))) ++at_;
    if (is_identifier(text_.substr(begin, at_ - begin)))
      add(Token::Kind::name, begin, at_);
    else
      add(Token::Kind::mistake, begin, at_, "a name is made of letters, digits and '_'");
  }

  // How many bytes the digits at `from` take, with '_' between them; 0 if there are none.
  std::size_t digits(std::size_t from, std::string_view allowed) const {
    std::size_t i = from;
    while (i < end_ && (allowed.find(text_[i]) != allowed.npos ||
                        (text_[i] == '_' && i > from && i + 1 < end_ &&
                         allowed.find(text_[i + 1]) != allowed.npos)))
      ++i;
    return i - from;
  }

  void read_number() {
    constexpr std::string_view decimal = "0123456789";
    std::size_t begin = at_;
    if (peek() == '0') {
      char base = static_cast<char>(peek(1) | 0x20);
      std::string_view allowed = base == 'x'   ? "0123456789abcdefABCDEF"
                                 : base == 'o' ? "01234567"
                                 : base == 'b' ? "01"
                                               : "";
      std::size_t skip = peek(2) == '_' ? 3 : 2;
      if (std::size_t length = allowed.empty() ? 0 : digits(at_ + skip, allowed)) {
        at_ += skip + length;
        add(Token::Kind::integer, begin, at_);
        return;
      }
    }
    at_ += digits(at_, decimal);
    bool is_float = false;
    bool after_dot = begin > 0 && text_[begin - 1] == '.';  // a.0.1 has two subscripts
    if (!after_dot && peek() == '.' && digits(at_ + 1, decimal)) {
      at_ += 1 + digits(at_ + 1, decimal);
      is_float = true;
    }
    if (!after_dot && (peek() == 'e' || peek() == 'E')) {
      std::size_t sign = peek(1) == '+' || peek(1) == '-' ? 2 : 1;
      if (std::size_t length = digits(at_ + sign, decimal)) {
        at_ += sign + length;
        is_float = true;
      }
    }
    // As in Python, 007 is no number: another one begins behind the zeros.
    if (!is_float && text_[begin] == '0') at_ = begin + digits(begin, "0");
    add(is_float ? Token::Kind::number : Token::Kind::integer, begin, at_);
  }

  void read_text(char quote) {
    std::size_t begin = at_++;
    while (at_ < end_ && peek() != quote) at_ += peek() == '\\' ? 2 : 1;
    if (at_ >= end_) {
      at_ = end_;
      std::size_t line_end = std::min(text_.find('\n', begin), end_);
      add(Token::Kind::mistake, begin, line_end,
          "this text is never closed with " + std::string(1, quote));
      return;
    }
    ++at_;
    std::string value;
    std::string mistake = unescape(text_.substr(begin + 1, at_ - begin - 2), value);
    if (mistake.empty())
      add(Token::Kind::text, begin, at_, std::move(value));
    else
      add(Token::Kind::mistake, begin, at_, std::move(mistake));
  }

  bool close_bracket(char c, std::string_view mark, std::string& brackets) {
    if (!brackets.empty() && brackets.back() == c) {
      brackets.pop_back();
      return true;
    }
    std::string wrong = fmt::format("unexpected '{}'", c);
    if (!brackets.empty()) wrong += fmt::format(", expected '{}'", brackets.back());
    add(Token::Kind::mistake, at_, at_ + 1, std::move(wrong));
    brackets.clear();
    if (!text_.substr(at_).starts_with(mark)) ++at_;  // "{{ f( }}" still ends there
    return false;
  }

  void read_operator(std::string& brackets, std::string_view mark) {
    static constexpr std::string_view operators[] = {
        "//", "**", "==", "!=", ">=", "<=", "+", "-", "/", "*", "%", "~", "[",
        "]",  "(",  ")",  "{",  "}",  ">",  "<", "=", ".", ":", "|", ",", ";"};
    std::string_view rest = text_.substr(at_);
    auto found =
        std::ranges::find_if(operators, [&](std::string_view op) { return rest.starts_with(op); });
    std::size_t begin = at_;
    if (found == std::end(operators)) {
      next_code_point(text_, at_);
      add(Token::Kind::mistake, begin, at_,
          fmt::format("unexpected character '{}'", text_.substr(begin, at_ - begin)));
      return;
    }
    char c = found->size() == 1 ? rest[0] : '\0';
    if (c == '(' || c == '[' || c == '{') brackets += c == '(' ? ')' : c == '[' ? ']' : '}';
    if ((c == ')' || c == ']' || c == '}') && !close_bracket(c, mark, brackets)) return;
    at_ += found->size();
    add(Token::Kind::op, begin, at_);
  }

  const SourceFile& file_;
  std::string_view text_;
  Options options_;
  std::size_t at_ = 0, end_;
  std::vector<Token> tokens_;
};

}  // namespace

std::vector<Token> tokenize(const SourceFile& file, const Options& options) {
  return Lexer(file, options).run();
}

}  // namespace kbgen::jinja
