// Finds blocks and macros without effect in templates that extend another one: a block that
// replaces none there, a macro that nothing calls. Jinja ignores them silently.
#pragma once

#include "base/diagnostics.h"
#include "jinja/environment.h"

namespace kbgen {

// Reports `unused-block` and `unused-macro`.
void check_unused_parts(const jinja::Environment& templates, Diagnostics& diag);

}  // namespace kbgen
