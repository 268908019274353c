// kbgen explain: what a diagnostic's code means.
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "base/did_you_mean.h"
#include "codes.h"
#include "commands/command_line.h"
#include "commands/commands.h"

namespace kbgen {

static void print_code(const DiagnosticCode& code) {
  std::string_view severity = code.severity == Severity::error ? "error" : "warning";
  fmt::print("{:<20} {:<8} {}\n", code.name, severity, code.meaning);
}

int explain_command(int argc, char** argv) {
  CLI::App app{"Says what the code behind a message means; without one, lists them all.",
               "kbgen explain"};
  std::string wanted;
  app.add_option("CODE", wanted, "what stands in [brackets] behind a message");
  app.footer("Example:\n  kbgen explain unknown-guest");
  if (std::optional<int> status = parse_command_line(app, argc, argv)) return *status;
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

}  // namespace kbgen
