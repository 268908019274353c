#!/bin/sh
# Builds the site where a host runs this at each push:
#
#   sh build-site.sh [ADDRESS [FOLDER]]
#
# ADDRESS is that of the site; without it, or if it is empty, `base_url` of config.yaml counts.
# FOLDER is where the site is written to: site/, if it is not given. The release of kbgen is
# the one with which this knowledge base began; for another one, change the number.
set -eu
version=@VERSION@
address=${1-} folder=${2-site}

name=kbgen-$version-linux-$(uname -m)
keep=.kbgen-release
if [ ! -d "$keep/$name" ]; then
  mkdir -p "$keep"
  for file in "$name.tar.gz" SHA256SUMS; do
    curl -fsSL --retry 3 --max-time 300 -o "$keep/$file" "@RELEASES@/releases/download/v$version/$file" || {
      echo "@RELEASES@ has no $file of release $version, or it cannot be loaded now: run this again." >&2
      exit 1
    }
  done
  (cd "$keep" && grep " $name.tar.gz\$" SHA256SUMS | sha256sum -c -)
  tar -xzf "$keep/$name.tar.gz" -C "$keep"
fi

# A site is of the day of its commit, so that it comes out the same when this runs again.
set -- --output "$folder" --date "$(git log -1 --format=%cs)"
[ -z "$address" ] || set -- "$@" --base-url "$address"
"$keep/$name/bin/kbgen" check
exec "$keep/$name/bin/kbgen" build "$@"
