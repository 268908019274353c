// Every code that a diagnostic may have: what it means, and what to do. The
// codes are stable; users write them into config files and scripts.
#pragma once

#include <span>
#include <string_view>

#include "base/diagnostics.h"

namespace kbgen {

struct DiagnosticCode {
  std::string_view name;
  Severity severity;  // the gravest one that it is reported with
  std::string_view meaning;
};

// Returns all codes, sorted by name.
std::span<const DiagnosticCode> diagnostic_codes();

}  // namespace kbgen
