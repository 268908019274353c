// Reads templates without rendering them, so that a slip is found in every
// branch of every template, whatever the content is, and all in one run.
#pragma once

#include "base/diagnostics.h"
#include "theme/theme.h"

namespace kbgen {

// Reports `unknown-field`, `undefined-variable`, `missing-template` and
// `unknown-asset`. Only what is certainly wrong: what a macro is given, what an
// included template finds, is left to rendering.
void check_templates(const Theme& theme, Diagnostics& diag);

}  // namespace kbgen
