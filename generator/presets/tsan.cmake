# Threads:
# cmake -C generator/presets/tsan.cmake -S . -B build-tsan -G Ninja
set(CMAKE_BUILD_TYPE RelWithDebInfo CACHE STRING "")
set(KBGEN_SANITIZE thread CACHE STRING "")
