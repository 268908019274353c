// Corrects a text at the place that a diagnostic names.
#pragma once

#include <string>

#include "base/diagnostics.h"

namespace kbgen {

// Replaces the bytes of a fix in the text of its file. False, and the text stays as it is, if other
// bytes stand there.
bool apply_fix(std::string& text, const Fix& fix);

}  // namespace kbgen
