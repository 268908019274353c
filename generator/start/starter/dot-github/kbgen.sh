# Gets kbgen onto the machine of a workflow, a container of Debian 12.
#
#   kbgen.sh commit    prints the commit that kbgen.env means, the key of the cache
#   kbgen.sh install   installs kbgen from .kbgen-package/; if that is empty, compiles
#                      kbgen and makes the package first
#
# If the repository has variables called KBGEN_REPOSITORY and KBGEN_VERSION, they count
# and not those in kbgen.env.
set -eu

setting() {
  sed -n "s/^$1=//p" "$(dirname "$0")/kbgen.env" | tr -d '\r' | tail -n 1
}
repository=${KBGEN_REPOSITORY:-$(setting KBGEN_REPOSITORY)}
version=${KBGEN_VERSION:-$(setting KBGEN_VERSION)}
version=${version:-HEAD}

if [ -z "$repository" ]; then
  if [ "${FROM_FORK:-}" = true ]; then
    # This is no error in a pull request from a fork: its author cannot change it.
    echo "::notice::Nothing was checked: .github/kbgen.env does not say where kbgen can be cloned from." >&2
    echo "commit="
    exit 0
  fi
  echo "::error file=.github/kbgen.env::KBGEN_REPOSITORY must be the address from which kbgen can be cloned." >&2
  exit 1
fi

commit() {
  found=$(git ls-remote "$repository" "$version" | cut -f 1 | head -n 1)
  if [ -z "$found" ]; then
    echo "::error::$repository has no branch or tag '$version' (KBGEN_VERSION)." >&2
    exit 1
  fi
  echo "commit=$found"
}

# Compiles kbgen and makes a Debian package of it. kbgen's own setup installs a compiler
# and the libraries, but not the tools for packages.
make_package() {
  apt-get update -q
  apt-get install -q -y --no-install-recommends dpkg-dev file
  source=$(mktemp -d)
  git clone --quiet "$repository" "$source"
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
