#!/bin/sh
# Installs the release of kbgen that belongs to the tag with which this action is
# used: v1.2.3 is that release, v1 the newest one that begins so, and a branch or a
# commit the newest of all.
#
# ACTION_REPOSITORY (OWNER/NAME) and ACTION_REF come from the action; the GITHUB_*
# and RUNNER_* variables from the runner.
set -eu

fail() {
  echo "::error title=kbgen is not installed::$*"
  exit 1
}

[ "$(uname -s)" = Linux ] || fail "There is a release of kbgen for Linux: use runs-on: ubuntu-latest."
repository=$GITHUB_SERVER_URL/$ACTION_REPOSITORY
releases=$(git ls-remote --tags --refs "$repository" | sed 's|.*refs/tags/||' | grep -E '^v[0-9]+\.[0-9]+\.[0-9]+$' | sort -V)
[ -n "$releases" ] || fail "$repository has no release."
case $ACTION_REF in
  v[0-9]*) wanted=$(echo "$ACTION_REF" | sed 's/\./\\./g') ;;
  *) wanted='v[0-9]+' ;;
esac
tag=$(echo "$releases" | grep -E "^$wanted(\.|\$)" | tail -n 1)
[ -n "$tag" ] || fail "$repository has no release $ACTION_REF; the newest is $(echo "$releases" | tail -n 1)."

archive=kbgen-${tag#v}-linux-$(uname -m).tar.gz
cd "$RUNNER_TEMP"
for file in "$archive" SHA256SUMS; do
  curl -fsSL --retry 3 --max-time 300 -o "$file" "$repository/releases/download/$tag/$file" ||
    fail "The release $tag of $repository has no $file, or it cannot be loaded now: run this again."
done
grep " $archive\$" SHA256SUMS | sha256sum -c - || fail "$archive is not what SHA256SUMS of the release says."
tar -xzf "$archive"
echo "$PWD/${archive%.tar.gz}/bin" >>"$GITHUB_PATH"
"$PWD/${archive%.tar.gz}/bin/kbgen" --version
