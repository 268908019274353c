// Writes the tables of the manual on the site: every command with its options, every message.

#include <fmt/format.h>

#include "base/text.h"
#include "codes.h"
#include "commands/describe.h"

namespace kbgen {

namespace {

// A text in a cell of a table of Markdown, in which nothing is a link or a tag. What stands between
// backticks is code, and stays as it is.
std::string cell(std::string_view text) {
  std::string out;
  bool is_code = false;
  for (char c : text) {
    if (c == '`') is_code = !is_code;
    if (c == '|' || (c == '[' && !is_code)) out += '\\';
    if (c == '<' && !is_code)
      out += "&lt;";
    else
      out += c == '\n' ? ' ' : c;
  }
  return out;
}

std::string options_of(const Command& command) {
  std::string rows;
  for (const Option& option : command.options) {
    std::string value = is_argument(option) ? "" : value_of(option);
    if (!value.empty()) value = " " + replace_all(value, "|", "\\|");
    std::string names;
    for (const std::string& name : names_of(option))
      names += fmt::format("{}`{}{}`", names.empty() ? "" : ", ", name, value);
    rows += fmt::format("| {} | {} |\n", names, cell(meaning_of(option)));
  }
  return rows.empty() ? "" : "| option | meaning |\n|---|---|\n" + rows + "\n";
}

// The last lines of a command's help, as its examples are printed.
std::string footer_of(const Command& command) {
  if (command.footer.empty()) return "";
  return fmt::format("```text\n{}\n```\n\n", trim_right(command.footer));
}

std::string section_of(const Command& command) {
  std::string text =
      fmt::format("## kbgen {}\n\n{}\n\n", command.name, cell(description_of(command)));
  text += options_of(command);
  for (const Command* part : command.parts)
    text += fmt::format("### kbgen {}\n\n{}\n\n", part->name, cell(description_of(*part))) +
            options_of(*part);
  return text + footer_of(command);
}

}  // namespace

std::string commands_as_markdown(Commands commands) {
  std::string text;
  for (const Command* command : commands) text += section_of(*command);
  return text;
}

std::string codes_as_markdown() {
  std::string text = "| code | is | what it means |\n|---|---|---|\n";
  for (const DiagnosticCode& code : diagnostic_codes())
    text += fmt::format("| `{}` | {} | {} |\n", code.name,
                        code.severity == Severity::error ? "an error" : "a warning",
                        cell(code.meaning));
  return text;
}

}  // namespace kbgen
