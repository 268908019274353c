#!/bin/sh
# Checks a knowledge base, with every problem shown beside its line, builds its site
# into site/, and writes the summary of the job; of a pull request also what it changes.
#
# CONFIG is its config.yaml. BASE_URL is the address of the site; empty, as in a pull
# request, for the one that config.yaml has. BASE_COMMIT is the commit that a pull
# request starts from, else empty. The summary is left in $RUNNER_TEMP/summary.md, too.
set -u
summary=$RUNNER_TEMP/summary.md
: >"$summary"
trap 'cat "$summary" >>"${GITHUB_STEP_SUMMARY:-/dev/null}"' EXIT

if ! kbgen check --config "$CONFIG" --diagnostics github; then
  cat >>"$summary" <<END
## The site was not built

\`kbgen check\` found errors. Each is shown beside its line, under *Files changed* of a pull request, and in the log of this job.
END
  exit 1
fi

# A site is of the day of its commit, so that it comes out the same when this runs again.
git config --global --add safe.directory '*'
day=$(git log -1 --format=%cs) || exit 1

# build FOLDER: of the knowledge base in this folder.
build() {
  set -- --config "$CONFIG" --output "$1" --date "$day"
  [ -z "$BASE_URL" ] || set -- "$@" --base-url "$BASE_URL"
  kbgen build "$@"
}
said=$(build site) || exit 1
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

[ -n "$BASE_COMMIT" ] || exit 0

# The site of the commit before, on the same day, so that only what was edited differs.
before=$RUNNER_TEMP/before
{
  git fetch --quiet --depth=1 origin "$BASE_COMMIT" &&
    git worktree add --quiet --detach "$before/source" "$BASE_COMMIT" &&
    (cd "$before/source" && build ../site >/dev/null)
} || exit 0

pages() { (cd "$1" && find . -name index.html | sed 's|^\.||; s|index\.html$||' | sort); }
pages "$before/site" >"$before/pages"
pages site >"$before/pages-now"
comm -13 "$before/pages" "$before/pages-now" >"$before/new"
comm -23 "$before/pages" "$before/pages-now" >"$before/gone"
comm -12 "$before/pages" "$before/pages-now" | while read -r page; do
  cmp -s "$before/site${page}index.html" "site${page}index.html" || echo "$page"
done >"$before/changed"

# list WHAT FILE: how many pages there are of them, and the first twenty.
list() {
  count=$(wc -l <"$2")
  [ "$count" -gt 0 ] || return 0
  echo "* $1: $count"
  sed -n '1,20s/.*/  * `&`/p' "$2"
  [ "$count" -le 20 ] || echo "  * and $((count - 20)) more"
}
{
  echo
  echo "## What this changes"
  echo
  list "New pages" "$before/new"
  list "Pages that are gone" "$before/gone"
  list "Changed pages" "$before/changed"
  cat "$before/new" "$before/gone" "$before/changed" | grep -q . || echo "No page."
} >>"$summary"
