// Reads the command line of a command, as its options say.
#pragma once

#include <string_view>
#include <variant>

#include "commands/arguments.h"
#include "commands/command.h"

namespace kbgen {

// What was given to the command, or to that part of it which was named;
// argv[0] is the command's name. An exit status when there is nothing more to do: help
// was asked for, or the command line is wrong. Either has been printed then.
std::variant<Arguments, int> parse_command_line(const Command& command, int argc, char** argv);

// Reads the command line and runs the command. The result is its exit status.
int run_command(const Command& command, int argc, char** argv);

// Says what is wrong in the words of the parser, for a command that finds it
// later. The result is the exit status.
int refuse_command_line(std::string_view problem);

}  // namespace kbgen
