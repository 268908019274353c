#!/bin/sh
# The steps of workflows/release.yml. GITHUB_REF_NAME is the tag.
#
#   release.sh compare   whether the tag is the version of CMakeLists.txt
#   release.sh pack      the archive, the Debian package and SHA256SUMS, in build/released/
#   release.sh publish   the release of what is in released/, with notes from the log; the
#                        tag of the major version, which workflows use, moves to it
set -eu

compare() {
  version=$(sed -n 's/^project(kbgen VERSION \([0-9.]*\).*/\1/p' CMakeLists.txt)
  if [ "v$version" != "$GITHUB_REF_NAME" ]; then
    echo "::error file=CMakeLists.txt::The tag is $GITHUB_REF_NAME, and project() says version $version."
    exit 1
  fi
}

pack() {
  apt-get install -q -y --no-install-recommends dpkg-dev file
  .ci/release
  (cd build && cpack -G DEB)
  mkdir -p build/released
  mv build/kbgen-*.tar.gz build/kbgen_*.deb build/released/
  (cd build/released && sha256sum kbgen* >SHA256SUMS)
}

# What is new since the release before: the subjects of its commits, a folder after the other.
notes() {
  before=$(git describe --tags --abbrev=0 --match 'v*.*.*' "$GITHUB_REF_NAME^" 2>/dev/null || true)
  echo "## What is new${before:+ since $before}"
  echo
  git log --no-merges --format='* %s' ${before:+"$before.."}"$GITHUB_REF_NAME" | sort -s -t: -k1,1
  echo
  echo "One folder runs on any Linux: unpack the archive and call bin/kbgen. What a knowledge base needs after an upgrade, \`kbgen check\` says."
}

publish() {
  notes >notes.md
  gh release create "$GITHUB_REF_NAME" --verify-tag --title "kbgen ${GITHUB_REF_NAME#v}" --notes-file notes.md released/*
  major=${GITHUB_REF_NAME%%.*}
  git tag --force "$major" "$GITHUB_REF_NAME"
  git push --force origin "refs/tags/$major"
}

"$1"
