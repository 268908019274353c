// Runs a `.case` file (case_file.h) in a folder of its own. The files are written to the disk, and
// the commands run within the test program.
#pragma once

#include <string>
#include <string_view>

namespace kbgen {

struct CaseResult {
  std::string problems;  // what is not as expected; empty: nothing
  std::string updated;   // the case with what came out in place of what was expected
};

// A case without config.yaml gets one with `title: A case` and `theme: plain`. Templates that it
// does not have are empty.
CaseResult run_case(std::string_view text);

}  // namespace kbgen
