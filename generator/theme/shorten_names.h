// Gives short names to what a script declares for itself, so that scripts are smaller.
#pragma once

#include <string>
#include <string_view>

namespace kbgen {

// Renames variables, functions and parameters, each everywhere in the script at once. Properties
// keep their names, and so does what is a label, exported, part of a text within backticks, or used
// where it is not declared. `{name}`, which is short for `{name: name}`, becomes `{name:a}`. In a
// script that is no module, what it declares outside of blocks keeps its name for other scripts.
// Scripts with classes or `var`, or that cannot be read for sure, are returned as they are.
std::string shorten_names(std::string_view script);

}  // namespace kbgen
