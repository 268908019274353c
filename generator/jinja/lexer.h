// Parts a template into tokens: the text between tags, and what is in the tags.
//
// White space control is done here, so that the parser never sees it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/source.h"
#include "jinja/options.h"

namespace kbgen::jinja {

struct Token {
  enum class Kind {
    data,
    print_begin,
    print_end,  // {{ }}
    block_begin,
    block_end,  // {% %}
    name,
    text,
    integer,
    number,
    op,       // the span says which
    mistake,  // `value` says what is wrong
    end,
  };
  Kind kind = Kind::end;
  Span span;
  std::string value;  // of text: without quotes and escapes

  std::string_view word() const { return span.text(); }
  bool is_op(std::string_view op) const { return kind == Kind::op && span.text() == op; }
  bool is_name(std::string_view name) const { return kind == Kind::name && span.text() == name; }
};

// The last token is always of kind `end`. Mistakes are tokens, too: the parser reports
// them.
std::vector<Token> tokenize(const SourceFile& file, const Options& options);

}  // namespace kbgen::jinja
