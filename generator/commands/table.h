// The commands: one file each in this folder, one row each in table.cpp.
#pragma once

#include <string_view>

#include "commands/command.h"

namespace kbgen {

// In the order in which help and manual pages list them.
Commands all_commands();

// Nothing if there is no command of that name.
const Command* find_command(std::string_view name);

}  // namespace kbgen
