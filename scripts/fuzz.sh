#!/usr/bin/env bash
# Runs every fuzz target for a while, one after the other: fuzz.sh TIME, for example 5s.
# A failing input is written below testdata/fuzz of its package: commit it with the cure.
set -euo pipefail
cd "$(dirname "$0")/.."
time=${1:?say how long each target may take, for example 5s}

# Looking at the text first keeps packages without a target from being built a second time.
{ grep -rlE --include='*_test.go' '^func Fuzz[A-Z]' cmd desktop ent frontend graph internal --exclude-dir=node_modules --exclude-dir=gen 2>/dev/null || true; } |
  xargs -r -n1 dirname | sort -u | while read -r folder; do
  targets=$(go test -timeout 20m -list '^Fuzz' "./$folder" </dev/null)
  for target in $(grep '^Fuzz' <<<"$targets"); do
    echo "fuzz $folder $target"
    go test -timeout 20m -run '^$' -fuzz "^$target\$" -fuzztime "$time" "./$folder" </dev/null
  done
done
