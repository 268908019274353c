# libFuzzer, which comes with clang:
# cmake -C generator/presets/fuzz.cmake -S . -B build-fuzz -G Ninja
# tests/fuzz/run.sh compiles with it and runs each target.
set(CMAKE_CXX_COMPILER clang++ CACHE STRING "")
set(CMAKE_BUILD_TYPE None CACHE STRING "")
set(CMAKE_CXX_FLAGS "-O1" CACHE STRING "")
set(KBGEN_SANITIZE fuzzer-no-link,address,undefined CACHE STRING "")
