# What .ci/setup and .ci/test share: saying what happens, getting packages,
# compiling. Sourced, with the project's root as the working directory.
#
# Whatever a tool prints goes to build/setup.log, so that a failure ends in one
# sentence instead of a page of somebody else's output.

log=build/setup.log

# For CMakeLists.txt: each find_package, pkg_check_modules and find_library of
# it is one -dev package here. esbuild makes scripts small, libjs-lunr is what the
# search page runs; fonts are for share images.
build_packages=(
  ca-certificates g++ cmake ninja-build pkg-config esbuild libjs-lunr
  libfmt-dev libyaml-cpp-dev libcli11-dev libtbb-dev doctest-dev
  libssl-dev libcurl4-openssl-dev libboost-dev libpugixml-dev libzip-dev libgumbo-dev libtomlplusplus-dev libjemalloc-dev zlib1g-dev libutf8proc-dev libxxhash-dev libcmark-gfm-dev libcmark-gfm-extensions-dev
  libharfbuzz-dev libfribidi-dev libfreetype-dev libdeflate-dev libjpeg62-turbo-dev libpng-dev libwebp-dev fonts-inter fonts-dejavu-core fonts-droid-fallback
)

step() { printf '\n== %s\n' "$*"; }
say() { printf '   %s\n' "$*"; }

fail() {
  printf '\n%s: %s\n' "$0" "$*" >&2
  exit 1
}

start_log() {
  { mkdir -p build && : >"$log"; } 2>/dev/null || fail "Cannot write to $PWD/build; is this checkout somebody else's?"
}

have() { command -v "$1" >/dev/null; }

missing_packages() {
  local package
  for package in "$@"; do
    [[ $(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null) == installed ]] || echo "$package"
  done
}

# Root as it is, or by sudo. Without a terminal sudo must not ask, because
# nobody would answer.
as_root() {
  if [[ $(id -u) == 0 ]]; then
    "$@"
  elif [[ -t 0 ]]; then
    sudo "$@"
  else
    sudo -n "$@"
  fi
}

can_be_root() {
  [[ $(id -u) == 0 ]] || { have sudo && as_root true 2>>"$log"; }
}

apt_get() {
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=300 \
    -o Acquire::Retries=1 -o Acquire::http::Timeout=20 -o Acquire::https::Timeout=20 "$@" >>"$log" 2>&1
}

install_packages() {
  step "Packages"
  have apt-get || fail "There is no apt-get here: install a compiler for C++20 and the counterparts of these Debian 12 packages, then run cmake and ninja by hand: $*."
  local missing
  mapfile -t missing < <(missing_packages "$@")
  if [[ ${#missing[@]} == 0 ]]; then
    say "All $# are installed."
    return
  fi
  say "Installing ${#missing[@]} of $#: ${missing[*]}"
  can_be_root || fail "Installing packages needs root, and sudo cannot give it here: run this as root, or have root run \`apt-get install ${missing[*]}\` once."

  # `apt-get update` may fail for a source that has nothing to do with us, so
  # only the installation decides.
  local updated=yes
  apt_get update -o APT::Update::Error-Mode=any || updated=no
  apt_get install --no-install-recommends "${missing[@]}" && return
  [[ $updated == yes ]] || fail "Cannot download packages because Debian's package servers do not answer: check the network and run this again ($log has the details)."
  fail "apt-get could not install ${missing[*]}: see the end of $log."
}

# Configures and compiles build/; arguments are ninja's targets. In CI, where the
# compiler is known, a warning is an error.
compile() {
  step "Compiling, some minutes at first"
  cmake -S . -B build -G Ninja -DCMAKE_BUILD_TYPE=Release ${CI:+-DKBGEN_WERROR=ON} >>"$log" 2>&1 || fail "cmake could not configure build/: see the end of $log."
  ninja -C build "$@" || fail "Compiling failed: the error is above."
}
