// Runs other programs.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace kbgen {

// What became of a program. `status` is its exit status, or 127 if it could not be started, or 128
// and the number of the signal that ended it; `output` is what it wrote to standard output.
struct Ended {
  int status = 0;
  std::string output;

  bool is_good() const { return status == 0; }
};

using Environment = std::vector<std::pair<std::string, std::string>>;

// Runs a program to its end: `arguments` begin with its name, which is looked up in PATH, and no
// shell reads them. It has the standard input and the standard error of this one, and the variables
// in `more` beside those of this one.
Ended run_program(const std::vector<std::string>& arguments, const Environment& more = {});

}  // namespace kbgen
