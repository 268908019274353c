// Checks templates without rendering them. So mistakes are found in every branch of every template,
// whatever the content is, and all in one run.
#pragma once

#include "base/diagnostics.h"
#include "theme/theme.h"

namespace kbgen {

// Reports `unknown-field`, `undefined-variable`, `missing-template`, `unknown-asset`,
// `unknown-string`, `unknown-placeholder`, `missing-placeholder`, `unused-block` and
// `unused-macro`. It reports only what is certainly wrong: the types of a macro's arguments, and of
// variables that an included template gets from outside, are checked when pages are rendered.
void check_templates(const Theme& theme, Diagnostics& diag);

}  // namespace kbgen
