# Memory and undefined behaviour:
# cmake -C generator/presets/asan.cmake -S . -B build-asan -G Ninja
set(CMAKE_BUILD_TYPE RelWithDebInfo CACHE STRING "")
set(KBGEN_SANITIZE address,undefined CACHE STRING "")
