#!/usr/bin/env bash
# Builds the page and the server, and drives both as people do, in Chromium. With arguments only these scenario files run.
set -euo pipefail
cd "$(dirname "$0")/.."

export CHROMIUM=${CHROMIUM:-/usr/bin/chromium}
[ -x "$CHROMIUM" ] || {
  echo "scenarios: there is no Chromium at $CHROMIUM; run scripts/setup.sh as root, or name one with CHROMIUM=" >&2
  exit 1
}

npm --prefix frontend run build --silent >/dev/null
export ASTERISM_BIN=$PWD/build/bin/asterism-scenarios
go build -o "$ASTERISM_BIN" ./cmd/asterism

cd frontend
[ $# -gt 0 ] || set -- scenarios/*.scenario.mjs
exec node --test --test-concurrency=1 --test-reporter=spec "$@"
