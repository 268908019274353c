#include "jinja/parser.h"

#include <utility>

#include "jinja/parser_state.h"

namespace kbgen::jinja {

std::unique_ptr<Template> parse_template(std::string name, SourceFile source,
                                         const Options& options, Library& library,
                                         Diagnostics& diag) {
  auto result = std::make_unique<Template>();
  result->name = std::move(name);
  result->source = std::move(source);
  Parser parser(*result, options, library, diag);
  result->is_broken = !parser.run();
  return result;
}

}  // namespace kbgen::jinja
