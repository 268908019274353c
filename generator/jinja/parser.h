// Tokens into a Template.
//
// Goes on after a mistake at the end of the tag it is in, so that one run
// reports those of all tags.
#pragma once

#include <memory>

#include "base/diagnostics.h"
#include "jinja/ast.h"
#include "jinja/lexer.h"
#include "jinja/library.h"

namespace kbgen::jinja {

struct ParserOptions : LexerOptions {
  // Jinja lets an unknown filter pass in a branch until the branch is taken.
  // Strict reports it anyway.
  bool strict = false;
};

// Broken if there was anything to report: what of it was understood is there.
std::unique_ptr<Template> parse_template(std::string name, SourceFile source,
                                         const ParserOptions& options, Library& library,
                                         Diagnostics& diag);

}  // namespace kbgen::jinja
