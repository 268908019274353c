// One function a command: arguments in, exit status out.
#pragma once

namespace kbgen {

int template_command(int argc, char** argv);

}  // namespace kbgen
