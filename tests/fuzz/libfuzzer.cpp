// libFuzzer's entrance to the one target that is linked with it.
//
//   tests/fuzz/run.sh 600             each target for ten minutes
//   tests/fuzz/run.sh 60 templates    one of them
#include <cstddef>
#include <cstdint>

#include "base/work.h"
#include "fuzz/target.h"

// Threads would only wait for each other over inputs that small.
extern "C" int LLVMFuzzerInitialize(int*, char***) {
  static kbgen::Work work;
  work.limit_threads(1);
  return 0;
}

// What is thrown ends the program, which libFuzzer calls a crash.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  kbgen::fuzz::targets().front().read({reinterpret_cast<const char*>(data), size});
  return 0;
}
