#!/usr/bin/env bash
# Installs what building and testing need: Debian packages, Go modules, npm packages.
# With the word "code" it leaves the Debian packages alone: building the server and its page needs none of them.
# Every step looks first at what is already there, so calling it again costs about a second and changes nothing.
set -euo pipefail
cd "$(dirname "$0")/.."

# Two makes at once would trip over each other in node_modules, so the second one waits.
if [ "${ASTERISM_SETUP_LOCKED:-}" != 1 ] && command -v flock >/dev/null; then
  mkdir -p build
  exec env ASTERISM_SETUP_LOCKED=1 flock build/setup.lock "$0" "$@"
fi

missing_packages() {
  local name
  while read -r name; do
    case $name in '' | '#'*) continue ;; esac
    dpkg-query -W -f '${Status}' "$name" 2>/dev/null | grep -q '^install ok installed$' || echo "$name"
  done <scripts/packages.txt
}

install_packages() {
  if ! command -v dpkg-query >/dev/null; then
    echo "setup: not a Debian system; install the equivalents of scripts/packages.txt yourself" >&2
    return
  fi
  local missing
  mapfile -t missing < <(missing_packages)
  [ ${#missing[@]} -gt 0 ] || return 0
  if [ "$(id -u)" != 0 ]; then
    echo "setup: packages are missing; ask for: sudo apt-get install ${missing[*]}" >&2
    return
  fi
  echo "setup: installing ${missing[*]}"
  export DEBIAN_FRONTEND=noninteractive
  apt-get -qq -o DPkg::Lock::Timeout=600 update
  apt-get -qq -o DPkg::Lock::Timeout=600 install -y --no-install-recommends "${missing[@]}" >/dev/null
}

# npm writes node_modules/.package-lock.json last, so its age tells whether the folder matches the lock file.
# Not `npm ci`: it refuses a lock file without the native parts of systems that a registry does not serve. This keeps to
# the lock file too and never writes it; that the two files name the same packages is checked here instead.
install_frontend() {
  [ -f frontend/package-lock.json ] || return 0
  [ frontend/package-lock.json -nt frontend/node_modules/.package-lock.json ] || return 0
  node -e '
    const wanted = require("./frontend/package.json"), locked = require("./frontend/package-lock.json").packages[""];
    for (const kind of ["dependencies", "devDependencies", "optionalDependencies"])
      require("assert").deepStrictEqual(locked[kind], wanted[kind], `package-lock.json is behind in ${kind}: npm install`);
  '
  npm --prefix frontend install --no-save --no-audit --no-fund --loglevel=error
}

[ "${1:-}" = code ] || install_packages
go mod download
install_frontend
