// The commands: each takes what stands after `kbgen`, itself first, and returns
// an exit status: 0 clean, 1 the content is wrong, 2 the command line is wrong.
#pragma once

namespace kbgen {

int transcript_command(int argc, char** argv);

}  // namespace kbgen
