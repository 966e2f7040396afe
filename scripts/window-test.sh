#!/usr/bin/env bash
# Drives the real window: builds one that lets itself be driven and gives it a screen and a session bus of its own.
set -euo pipefail
cd "$(dirname "$0")/.."
for tool in WebKitWebDriver xvfb-run dbus-run-session; do
  command -v "$tool" >/dev/null || { echo "NOT CHECKED: the window in use, for want of $tool (make setup)" >&2; exit 0; }
done
pkg-config --exists webkit2gtk-4.1 gtk+-3.0 || { echo "NOT CHECKED: the window in use, for want of libwebkit2gtk-4.1-dev" >&2; exit 0; }
go build -tags desktop,production,webkit2_41,e2e -o build/bin/asterism-driven .
ASTERISM_WINDOW=$PWD/build/bin/asterism-driven dbus-run-session -- \
  xvfb-run -a -s '-screen 0 1366x900x24' go test -count=1 -timeout 5m -tags e2e ./desktop/e2e
