// Runs a command of kbgen within the test program and keeps what it printed.
#pragma once

#include <string>
#include <vector>

namespace kbgen {

struct Run {
  int status = 0;
  std::string out, err;
};

// Runs a command in the current folder: run_kbgen({"build", "--strict"}).
Run run_kbgen(std::vector<std::string> arguments);

}  // namespace kbgen
