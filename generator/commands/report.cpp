#include "commands/report.h"

#include <fmt/format.h>
#include <unistd.h>

#include "base/controls.h"
#include "base/json.h"
#include "commands/terminal.h"

namespace kbgen {

std::vector<std::string> diagnostics_styles() { return {"text", "github", "json"}; }

DiagnosticsStyle diagnostics_style(std::string_view name) {
  return name == "github" ? DiagnosticsStyle::github
         : name == "json" ? DiagnosticsStyle::json
                          : DiagnosticsStyle::text;
}

static Color color_of_terminal() { return takes_color(STDERR_FILENO) ? Color::on : Color::off; }

static Json::Map members_of(const Diagnostic& d) {
  Json::Map members{{"path", visible(d.where.path)},
                    {"line", static_cast<std::int64_t>(d.where.at.line)},
                    {"column", static_cast<std::int64_t>(d.where.at.column)},
                    {"severity", d.severity == Severity::error ? "error" : "warning"},
                    {"code", d.code},
                    {"message", visible_lines(d.message)},
                    {"help", visible_lines(d.help)}};
  if (d.more > 0) members.push_back({"more", static_cast<std::int64_t>(d.more)});
  return members;
}

static std::string diagnostics_json(const Diagnostics& diag) {
  Json::List list;
  for (const Diagnostic& d : sorted_by_place(diag.all())) list.emplace_back(members_of(d));
  return format_json(Json(std::move(list)), JsonLayout::indented);
}

std::string written(const Diagnostics& diag, DiagnosticsStyle style) {
  switch (style) {
    case DiagnosticsStyle::text:
      return format_diagnostics(diag, color_of_terminal());
    case DiagnosticsStyle::github:
      return format_diagnostics_github(diag);
    case DiagnosticsStyle::json:
      return diagnostics_json(diag);
  }
  return "";
}

void print_diagnostics(const Diagnostics& diag, DiagnosticsStyle style) {
  fmt::print(stderr, "{}", written(diag, style));
}

std::string count_problems(const Diagnostics& diag) {
  std::size_t errors = 0, warnings = 0;
  for (const Diagnostic& d : sorted_by_place(diag.all()))
    (d.severity == Severity::error ? errors : warnings) += 1 + d.more;
  auto count = [](std::size_t n, const char* what) {
    return fmt::format("{} {}{}", n, what, n == 1 ? "" : "s");
  };
  std::string text;
  if (errors > 0) text = count(errors, "error");
  if (warnings > 0) text += (text.empty() ? "" : ", ") + count(warnings, "warning");
  return text;
}

}  // namespace kbgen
