#!/usr/bin/env bash
# Runs every test there is. All parts run even when one fails, so that one look shows everything; the last line counts.
set -euo pipefail
cd "$(dirname "$0")/.."

log=$(mktemp)
trap 'rm -f "$log"' EXIT
failed=0

npm --prefix frontend test || failed=1
scripts/scenarios.sh || failed=1

# The window is compiled only with its tags, so nothing else here would notice that it does not.
if pkg-config --exists webkit2gtk-4.1 gtk+-3.0 2>/dev/null; then
  go build -tags desktop,production,webkit2_41 -o build/bin/asterism-desktop . || failed=1
  scripts/window-test.sh || failed=1
else
  echo "NOT CHECKED: the window, for want of libgtk-3-dev and libwebkit2gtk-4.1-dev" >&2
fi
scripts/with-postgres.sh go test -timeout 20m ./... 2>&1 | { grep --line-buffered -v '\[no test files\]' || true; } | tee "$log" || failed=1
scripts/fuzz.sh 5s 2>&1 | { grep --line-buffered -v '^fuzz: elapsed' || true; } | tee -a "$log" || failed=1

# Go's own closing lines: a tested package or a fuzz target each.
good=$(grep -c '^ok ' "$log" || true)
bad=$(grep -cE '^FAIL[[:space:]]+[^[:space:]]' "$log" || true)
[ "$bad" = 0 ] || { echo "failed:"; grep -E '^(--- FAIL|FAIL[[:space:]]+[^[:space:]])' "$log"; }
[ "$failed" = 0 ] || [ "$bad" != 0 ] || bad=1 # the frontend or a database that did not start: told above
echo "packages: $good passed, $bad failed"
exit "$failed"
