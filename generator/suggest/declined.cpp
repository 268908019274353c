#include "suggest/declined.h"

#include "base/disk.h"
#include "base/text.h"

namespace kbgen {

namespace {

std::string_view kind_name(SuggestionKind kind) {
  switch (kind) {
    case SuggestionKind::error:
      return "error";
    case SuggestionKind::entity:
      return "name";
    case SuggestionKind::topic:
      return "topic";
    case SuggestionKind::link:
      break;
  }
  return "link";
}

}  // namespace

std::string name_of(const Suggestion& suggestion) {
  std::string name = std::string(kind_name(suggestion.kind)) + ": ";
  if (suggestion.kind == SuggestionKind::link) name += suggestion.path + ": ";
  name += suggestion.found;
  if (suggestion.kind == SuggestionKind::error || suggestion.kind == SuggestionKind::link)
    name += " = " + suggestion.proposed;
  return collapse_space(name);
}

std::string name_of(const Diagnostic& report) {
  // The line in the file may move; the words in it tell which place is meant.
  return collapse_space(report.code + ": " + report.where.path + ": " + report.message + ": " +
                        std::string(trim(report.where.source_line)));
}

std::set<std::string> read_declined(const std::string& root, Diagnostics& diag) {
  std::set<std::string> names;
  std::optional<std::string> text =
      read_file_if_any(join_path(root, std::string(declined_file)), diag);
  if (!text) return names;
  for (std::string_view line : split(*text, '\n'))
    if (std::string name = collapse_space(line); !name.empty() && name[0] != '#')
      names.insert(std::move(name));
  return names;
}

std::string with_declined(std::string_view text, const std::string& name) {
  std::string out(text);
  if (out.empty()) out = "# What kbgen need not propose or report again, a line each.\n";
  if (!out.ends_with('\n')) out += '\n';
  return out + name + "\n";
}

Diagnostics without_declined(Diagnostics diag, const std::set<std::string>& declined) {
  if (declined.empty()) return diag;
  Diagnostics kept(diag.work());
  for (const Diagnostic& report : diag.all()) {
    bool is_error = report.severity == Severity::error;
    if (!is_error && declined.contains(name_of(report))) continue;
    Diagnostic& copy = is_error ? kept.error(report.code, report.where.path, report.message)
                                : kept.warning(report.code, report.where.path, report.message);
    copy = report;
  }
  return kept;
}

}  // namespace kbgen
