#!/usr/bin/env bash
# Generates again and fails when that changes anything, so that what is reviewed is what the schema says.
# It compares before with after, not with the last commit: work in progress may pass too.
set -euo pipefail
cd "$(dirname "$0")/.."

# Everything a generator may write, resolver frames and entity text included, with its content.
snapshot() {
  git ls-files --cached --others --exclude-standard -- '**/gen/**' graph ent | sort -u | while read -r file; do
    [ ! -f "$file" ] || echo "$file"
  done >"$1.names"
  git hash-object --stdin-paths <"$1.names" | paste -d ' ' - "$1.names" >"$1"
}

before=$(mktemp) after=$(mktemp)
trap 'rm -f "$before" "$before.names" "$after" "$after.names"' EXIT
snapshot "$before"
go generate ./...
snapshot "$after"

if ! changed=$(diff "$before" "$after"); then
  {
    echo "drift: generating changed these files; look at them and commit them with their source:"
    awk '/^[<>]/{print "  " $3}' <<<"$changed" | sort -u
    git --no-pager diff --stat -- graph ent '**/gen/**' | tail -20
    git --no-pager diff -- graph ent '**/gen/**' | head -200
  } >&2
  exit 1
fi
