# libFuzzer, which comes with clang:
# cmake -C generator/presets/fuzz.cmake -S . -B build-fuzz -G Ninja
# tests/fuzz/formats_fuzz.cpp says how it goes on.
set(CMAKE_CXX_COMPILER clang++ CACHE STRING "")
set(CMAKE_BUILD_TYPE RelWithDebInfo CACHE STRING "")
set(KBGEN_SANITIZE fuzzer-no-link,address,undefined CACHE STRING "")
