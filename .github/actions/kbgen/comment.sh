#!/bin/sh
# Writes the summary of the build under its pull request, in the place of the one before.
#
# GH_TOKEN may write there, unless the pull request comes from a fork: then the summary
# of the job is all there is, and this says so and succeeds.
set -u
summary=$RUNNER_TEMP/summary.md
[ -s "$summary" ] || exit 0
mark='<!-- kbgen -->'
comments=repos/$GITHUB_REPOSITORY/issues/$PULL_REQUEST/comments

text=$(printf '%s\n\n' "$mark"; cat "$summary")
earlier=$(gh api --paginate "$comments" --jq ".[] | select(.body | startswith(\"$mark\")) | .id" | tail -n 1)
if [ -n "$earlier" ]; then
  set -- --method PATCH "repos/$GITHUB_REPOSITORY/issues/comments/$earlier"
else
  set -- --method POST "$comments"
fi
gh api "$@" -f "body=$text" >/dev/null ||
  echo "The pull request got no comment, which is so if it comes from a fork; the summary of this job says the same."
