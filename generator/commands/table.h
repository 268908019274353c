// The list of all commands. Each is one file in this folder and one row in table.cpp.
#pragma once

#include <string_view>

#include "commands/command.h"

namespace kbgen {

// All commands, in the order in which help and manual pages list them.
Commands all_commands();

// The command of this name ("theme", not "theme new"); null if there is none.
const Command* find_command(std::string_view name);

}  // namespace kbgen
