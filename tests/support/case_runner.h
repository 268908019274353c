// Runs one `.case` in a folder of its own: the project on the real disk, the
// commands in this program.
#pragma once

#include <string>
#include <string_view>

namespace kbgen {

struct CaseResult {
  std::string problems;  // empty: everything is as expected
  std::string updated;   // the case with what really came of it
};

// A case that brings no config.yaml gets one that says `title: A case` and
// `theme: plain`. Templates it does not bring are empty ones.
CaseResult run_case(std::string_view text);

}  // namespace kbgen
