// The editor of whoever types the command.
#pragma once

#include <string>

namespace kbgen {

// Opens it and waits until it is closed: $VISUAL, else $EDITOR, as the shell
// takes it ("code --wait"). An empty string, or what went wrong.
std::string edit_file(const std::string& path);

}  // namespace kbgen
