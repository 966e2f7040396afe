#!/usr/bin/env bash
# Lints every hand-written package; the rules and their reasons are in .golangci.yml. Arguments go to the linter.
# The tool has some two hundred modules of its own, so it is run by version and kept out of go.mod.
set -euo pipefail
cd "$(dirname "$0")/.."
linter=github.com/golangci/golangci-lint/v2/cmd/golangci-lint@v2.15.0

mapfile -t folders < <(go list -f '{{.Dir}}' ./... | grep -v '/gen\(/\|$\)')
go run "$linter" run "$@" "${folders[@]}"
