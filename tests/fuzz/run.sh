#!/usr/bin/env bash
# Fuzzes the readers: tests/fuzz/run.sh SECONDS [TARGET…]
#
# Each target runs for so long, one after the other, in ./build-fuzz, which is
# compiled first (clang and its libFuzzer are needed). What breaks a target is
# kept in build-fuzz/findings/<target>/: mend it and put the input, as small as
# it gets (`build-fuzz/<target>_fuzz -minimize_crash=1 FILE`), into corpus/<target>/.
# New inputs gather in build-fuzz/corpus/<target>/ and are where the next run begins.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/../.."

[[ ${1-} =~ ^[0-9]+$ ]] || { sed -n '2,4s/^# \?//p' "$0" >&2; exit 2; }
seconds=$1
shift
targets=("$@")
(($#)) || mapfile -t targets < <(cd tests/fuzz && printf '%s\n' *_fuzz.cpp | sed 's/_fuzz\.cpp$//')

launcher=$(command -v ccache || true)
[[ -f build-fuzz/build.ninja ]] ||
  cmake -C generator/presets/fuzz.cmake -S . -B build-fuzz -G Ninja ${launcher:+-DCMAKE_CXX_COMPILER_LAUNCHER="$launcher"} >/dev/null
nice ninja -C build-fuzz "${targets[@]/%/_fuzz}" >/dev/null

# Rendering a template may nest deeply, and sanitizers make each level large.
ulimit -s 65536
findings=0
for target in "${targets[@]}"; do
  mkdir -p "build-fuzz/corpus/$target" "build-fuzz/findings/$target"
  log=build-fuzz/findings/$target.log
  nice -n 10 "build-fuzz/${target}_fuzz" -max_total_time="$seconds" -max_len=4096 -timeout=10 -rss_limit_mb=2048 \
    -print_final_stats=1 -artifact_prefix="build-fuzz/findings/$target/" \
    "build-fuzz/corpus/$target" "tests/fuzz/corpus/$target" >"$log" 2>&1 || true
  inputs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
  found=$(find "build-fuzz/findings/$target" -type f | wc -l)
  printf '%-12s %10s inputs, %s findings\n' "$target" "${inputs:-0}" "$found"
  findings=$((findings + found))
done
exit $((findings > 0))
