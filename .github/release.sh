#!/bin/sh
# The steps of workflows/release.yml. GITHUB_REF_NAME is the tag.
#
#   release.sh compare   whether the tag is the version of CMakeLists.txt
#   release.sh pack      the archive, the Debian package, those of npm and SHA256SUMS, in build/released/
#   release.sh image     the container image of the archive in released/, to GitHub's registry
#   release.sh publish   the release of what is in released/, with notes from the log; the
#                        tag of the major version, which workflows use, moves to it; and to
#                        npm, if NODE_AUTH_TOKEN is set
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
  .ci/npm
  (cd build && cpack -G DEB)
  mkdir -p build/released
  mv build/kbgen-*.tar.gz build/kbgen_*.deb build/npm/*.tgz build/released/
  (cd build/released && sha256sum kbgen* >SHA256SUMS)
}

image() {
  archive=$(basename released/kbgen-*-linux-x86_64.tar.gz .tar.gz)
  mkdir -p image
  tar -xzf "released/$archive.tar.gz" -C image
  name=ghcr.io/$(echo "$GITHUB_REPOSITORY" | tr '[:upper:]' '[:lower:]')
  docker build --file .github/Containerfile --build-arg "ARCHIVE=$archive" \
    --tag "$name:${GITHUB_REF_NAME#v}" --tag "$name:latest" image
  echo "$GH_TOKEN" | docker login ghcr.io --username "$GITHUB_ACTOR" --password-stdin
  docker push --all-tags "$name"
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
  [ -n "${NODE_AUTH_TOKEN-}" ] || return 0
  # The program first, since the other package names it.
  npm publish --access public released/kbgen-linux-x64-*.tgz
  npm publish --access public "released/kbgen-${GITHUB_REF_NAME#v}.tgz"
}

"$1"
