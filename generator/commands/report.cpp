#include "commands/report.h"

#include <fmt/format.h>
#include <unistd.h>

#include <map>
#include <utility>

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

// Takes all but the first twenty of each kind out, and adds a line for each kind that says how many
// they are.
static std::vector<Diagnostic> first_of_each_kind(std::vector<Diagnostic> sorted,
                                                  std::string_view help) {
  constexpr std::size_t most = 20;
  struct Kind {
    std::size_t seen = 0, left_out = 0;
  };
  std::map<std::pair<Severity, std::string>, Kind> kinds;
  std::erase_if(sorted, [&](const Diagnostic& d) {
    Kind& kind = kinds[{d.severity, d.code}];
    if (++kind.seen <= most) return false;
    kind.left_out += 1 + d.more;
    return true;
  });
  for (const auto& [kind, counts] : kinds)
    if (counts.left_out > 0)
      sorted.push_back({kind.first,
                        kind.second,
                        {"", {.line = 0, .column = 0}, "", 0},
                        fmt::format("and {} more of this kind", counts.left_out),
                        std::string(help),
                        {},
                        {}});
  return sorted;
}

static std::string diagnostics_text(const Diagnostics& diag, Amount shown) {
  std::vector<Diagnostic> sorted = sorted_by_place(diag.all());
  if (shown != Amount::all)
    sorted = first_of_each_kind(std::move(sorted), shown == Amount::first
                                                       ? "--all shows all of them"
                                                       : "`kbgen check --all` shows all of them");
  std::string text;
  for (const Diagnostic& d : sorted) text += format_diagnostic(d, color_of_terminal());
  return text;
}

std::string written(const Diagnostics& diag, DiagnosticsStyle style, Amount shown) {
  switch (style) {
    case DiagnosticsStyle::text:
      return diagnostics_text(diag, shown);
    case DiagnosticsStyle::github:
      return format_diagnostics_github(diag);
    case DiagnosticsStyle::json:
      return diagnostics_json(diag);
  }
  return "";
}

void print_diagnostics(const Diagnostics& diag, DiagnosticsStyle style, Amount shown) {
  fmt::print(stderr, "{}", written(diag, style, shown));
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

std::string line_of_names(std::string_view what, const std::vector<std::string>& paths) {
  constexpr std::size_t shown = 5;
  if (paths.empty()) return "";
  std::string names;
  for (std::size_t i = 0; i < std::min(shown, paths.size()); ++i)
    names += (i ? ", " : "") + paths[i];
  if (paths.size() > shown) names += fmt::format(" and {} more", paths.size() - shown);
  return fmt::format("{}: {}\n", what, names);
}

}  // namespace kbgen
