#!/usr/bin/env bash
# Lists the Go files that people write: committed or about to be, not in a folder named gen.
set -euo pipefail
cd "$(dirname "$0")/.."
git ls-files --cached --others --exclude-standard -- '*.go' ':(exclude)**/gen/**' | while read -r file; do
  [ ! -f "$file" ] || echo "$file"
done
