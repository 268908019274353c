// kbgen explain: says what the code of a diagnostic means.
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "base/did_you_mean.h"
#include "codes.h"
#include "commands/arguments.h"

namespace kbgen {

namespace {

constexpr Option options[] = {
    {"CODE", "what stands in [brackets] behind a message", Takes::text},
};

void print_code(const DiagnosticCode& code) {
  std::string_view severity = code.severity == Severity::error ? "error" : "warning";
  fmt::print("{:<20} {:<8} {}\n", code.name, severity, code.meaning);
}

int run(const Arguments& given) {
  const std::string& wanted = given.text("CODE");
  if (wanted.empty()) {
    std::ranges::for_each(diagnostic_codes(), print_code);
    return 0;
  }
  auto found = std::ranges::find(diagnostic_codes(), wanted, &DiagnosticCode::name);
  if (found != diagnostic_codes().end()) return print_code(*found), 0;
  std::vector<std::string> names;
  for (const DiagnosticCode& code : diagnostic_codes()) names.emplace_back(code.name);
  fmt::print(stderr, "kbgen explain: there is no code '{}' {}\n", wanted,
             did_you_mean(wanted, names));
  return 2;
}

}  // namespace

extern const Command explain_command = {
    .name = "explain",
    .purpose = "say what the code of a message means",
    .description = "Says what the code behind a message means; without one, lists them all.",
    .options = options,
    .footer = "Example:\n  kbgen explain unknown-guest",
    .run = run,
};

}  // namespace kbgen
