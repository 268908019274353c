// Parses templates.
//
// After a mistake parsing goes on behind the tag it is in, so that one run reports the
// mistakes of all tags.
#pragma once

#include <memory>

#include "base/diagnostics.h"
#include "jinja/ast.h"
#include "jinja/library.h"
#include "jinja/options.h"

namespace kbgen::jinja {

// The template is broken if there was anything to report; then it has what could be
// parsed.
std::unique_ptr<Template> parse_template(std::string name, SourceFile source,
                                         const Options& options, Library& library,
                                         Diagnostics& diag);

}  // namespace kbgen::jinja
