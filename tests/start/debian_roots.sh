#!/usr/bin/env bash
# Runs the release archive in fresh systems that have no package of it:
#
#   tests/start/debian_roots.sh bullseye bookworm trixie
#
# Each is what debootstrap makes of that release of Debian, in a folder that is
# deleted again. The site of a new knowledge base must have the same bytes in all
# of them and with build/kbgen. Needs root, debootstrap, the network, and an
# archive (.ci/release).
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/../.."
(($#)) || { sed -n '2,4s/^# \?//p' "$0" >&2; exit 2; }

archive=$(ls build/kbgen-*.tar.gz)
name=$(basename "$archive" .tar.gz)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# The digest of the site that a program makes of the samples.
digest='kbgen init talks --date 2026-11-21 >/dev/null
  kbgen build --config talks --base-url https://example.org/talks --date 2026-11-21 >/dev/null
  cd talks/site && find . -type f -not -path "./.kbgen/*" | LC_ALL=C sort | xargs sha256sum | sha256sum'
expected=$(cd "$scratch" && PATH=$OLDPWD/build:$PATH sh -ec "$digest")

failed=0
for release in "$@"; do
  debootstrap --variant=minbase "$release" "$scratch/$release" "${DEBIAN_MIRROR-http://deb.debian.org/debian}" >"$scratch/log" ||
    { tail -n 3 "$scratch/log" >&2; exit 1; }
  tar -xzf "$archive" -C "$scratch/$release/opt"
  found=$(chroot "$scratch/$release" sh -ec "PATH=/opt/$name/bin:\$PATH; cd /tmp; $digest") || found="it failed"
  if [[ $found == "$expected" ]]; then
    echo "$release: the same bytes"
  else
    echo "$release: $found"
    failed=1
  fi
done
exit $failed
