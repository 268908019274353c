// Opens files in the editor that the author has chosen in the environment.
#pragma once

#include <string>

namespace kbgen {

// Opens the file in $VISUAL, or else in $EDITOR, and waits until the editor ends. The variable is
// a command of the shell and may have arguments ("code --wait"). The result is empty, or says what
// went wrong.
std::string edit_file(const std::string& path);

}  // namespace kbgen
