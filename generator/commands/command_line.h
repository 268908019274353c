// Reads command lines according to the options of the commands.
#pragma once

#include <string_view>
#include <variant>

#include "commands/arguments.h"
#include "commands/command.h"

namespace kbgen {

// Reads the command line of `command`; argv[0] is the command's name. The result is what was given
// to the command, or to that part of it which was named; or else an exit status, because help was
// asked for or the command line is wrong. The help or the mistake has been printed then.
std::variant<Arguments, int> parse_command_line(const Command& command, int argc, char** argv);

// Reads the command line and runs the command. The result is its exit status.
int run_command(const Command& command, int argc, char** argv);

// Prints `problem` as the parser prints mistakes in a command line, for a command that finds one
// only when it runs. The result is the exit status.
int refuse_command_line(std::string_view problem);

}  // namespace kbgen
