#!/bin/sh
# Checks a knowledge base, with every problem shown beside its line, builds its site
# into site/, and writes the summary of the job.
#
# CONFIG is its config.yaml. BASE_URL is the address of the site; empty, as in a pull
# request, for the one that config.yaml has.
set -u
summary=${GITHUB_STEP_SUMMARY:-/dev/null}

if ! kbgen check --config "$CONFIG" --diagnostics github; then
  cat >>"$summary" <<END
## The site was not built

\`kbgen check\` found errors. Each is shown beside its line, under *Files changed* of a pull request, and in the log of this job.
END
  exit 1
fi

# A site is of the day of its commit, so that it comes out the same when this runs again.
git config --global --add safe.directory "$GITHUB_WORKSPACE"
day=$(git log -1 --format=%cs) || exit 1
set -- --config "$CONFIG" --output site --date "$day"
[ -z "$BASE_URL" ] || set -- "$@" --base-url "$BASE_URL"
said=$(kbgen build "$@") || exit 1
echo "$said"
{
  echo "## The site"
  echo
  # Counts, files, size: the first three lines.
  echo "$said" | sed -n '1,3s/^/* /p'
  echo "* GitHub Pages serves at most 1 GB; this is $(du -sm site | cut -f 1) MB."
} >>"$summary"

lock=$(dirname "$CONFIG")/permalinks
[ ! -d "$CONFIG" ] || lock=$CONFIG/permalinks
new=$(git status --porcelain --untracked-files=all "$lock" | wc -l)
if [ "$new" -gt 0 ]; then
  echo "* Links at risk: $new files of permalinks/ are not as this build makes them. Run \`kbgen build\` and commit the folder." >>"$summary"
  echo "::warning title=Links are not kept::permalinks/ does not know all of this site. Run 'kbgen build' and commit the folder, so that no link ever breaks."
fi
