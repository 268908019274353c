// Blocks and macros of templates that extend another one and replace nothing in
// it: Jinja says nothing of them, and whoever wrote them wonders.
#pragma once

#include "base/diagnostics.h"
#include "jinja/environment.h"

namespace kbgen {

// Reports `unused-block` and `unused-macro`.
void check_unused_parts(const jinja::Environment& templates, Diagnostics& diag);

}  // namespace kbgen
