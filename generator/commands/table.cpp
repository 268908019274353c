// The table of all commands. To add one, declare it here and put it into the table.

#include "commands/table.h"

#include <algorithm>

namespace kbgen {

extern const Command init_command, new_command, import_command, build_command, publish_command,
    serve_command, check_command, cite_command, pin_command, verify_command, explain_command,
    transcript_command, index_command, template_command, suggest_command, glossary_command,
    theme_command;

Commands all_commands() {
  static constexpr const Command* table[] = {
      &init_command,     &new_command,        &import_command, &build_command,    &publish_command,
      &serve_command,    &check_command,      &cite_command,   &pin_command,      &verify_command,
      &explain_command,  &transcript_command, &index_command,  &template_command, &suggest_command,
      &glossary_command, &theme_command,
  };
  return table;
}

const Command* find_command(std::string_view name) {
  Commands all = all_commands();
  auto found = std::ranges::find(all, name, &Command::name);
  return found == all.end() ? nullptr : *found;
}

}  // namespace kbgen
