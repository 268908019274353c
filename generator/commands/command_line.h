// How every command reads its flags.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <optional>

namespace kbgen {

// The exit status when there is nothing more to do: help was asked for, or the
// command line is wrong.
std::optional<int> parse_command_line(CLI::App& app, int argc, char** argv);

// Shows `look` the options of a command instead of running it: what is written
// about commands (completion, manual) is made of them.
void look_at_command(int (*command)(int argc, char** argv),
                     const std::function<void(const CLI::App&)>& look);

}  // namespace kbgen
