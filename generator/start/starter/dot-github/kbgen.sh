# Gets kbgen onto the machine of a workflow, a container of Debian 12.
#
#   kbgen.sh commit    which one KBGEN_REPOSITORY and KBGEN_VERSION mean, for the cache
#   kbgen.sh install   installs it: from .kbgen-package/, or compiled first
set -eu

if [ -z "${KBGEN_REPOSITORY:-}" ]; then
  echo "::error::Set the variable KBGEN_REPOSITORY to the address from which kbgen can be cloned: Settings, Secrets and variables, Actions, Variables." >&2
  exit 1
fi
version=${KBGEN_VERSION:-HEAD}

commit() {
  found=$(git ls-remote "$KBGEN_REPOSITORY" "$version" | cut -f 1 | head -n 1)
  if [ -z "$found" ]; then
    echo "::error::$KBGEN_REPOSITORY has no branch or tag '$version' (KBGEN_VERSION)." >&2
    exit 1
  fi
  echo "commit=$found"
}

# kbgen's own setup installs a compiler and what else it needs, but for what
# makes packages.
make_package() {
  apt-get update -q
  apt-get install -q -y --no-install-recommends dpkg-dev file
  source=$(mktemp -d)
  git clone --quiet "$KBGEN_REPOSITORY" "$source"
  [ "$version" = HEAD ] || git -C "$source" checkout --quiet "$version"
  (cd "$source" && ./.ci/setup && cd build && cpack -G DEB)
  mkdir -p .kbgen-package
  cp "$source"/build/kbgen_*.deb .kbgen-package/
}

install() {
  ls .kbgen-package/kbgen_*.deb >/dev/null 2>&1 || make_package
  apt-get update -q
  apt-get install -q -y --no-install-recommends ./.kbgen-package/kbgen_*.deb
  kbgen --version
}

"$1"
