// The folder of real knowledge bases and transcripts, which are no part of the project.
#pragma once

#include <cstdlib>
#include <string>

namespace kbgen {

// It is beside the project, or where the variable KBGEN_SHARED says. It need not exist: tests that
// need it are skipped then.
inline std::string shared_folder() {
  const char* named = std::getenv("KBGEN_SHARED");
  return named ? named : KBGEN_SOURCE_DIR "/../shared";
}

}  // namespace kbgen
