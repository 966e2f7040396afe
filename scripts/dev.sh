#!/usr/bin/env bash
# Serves a workspace in build/ and the page beside it with reload; both end together.
set -euo pipefail
cd "$(dirname "$0")/.."
go build -o build/bin/asterism ./cmd/asterism
build/bin/asterism serve --db sqlite:build/dev.db &
server=$!
trap 'kill "$server" 2>/dev/null || true' EXIT
npm --prefix frontend run dev
