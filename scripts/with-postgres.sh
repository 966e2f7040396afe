#!/usr/bin/env bash
# Runs a command beside a PostgreSQL of its own: with-postgres.sh COMMAND [ARGUMENT…]
# The server has a free port and a temporary folder, so any number may run at once; it is gone when the command ends.
# The command finds it in ASTERISM_TEST_POSTGRES, as a superuser that may create databases.
# PGBIN names the folder of initdb and pg_ctl when it is not a usual one.
set -euo pipefail
[ $# -gt 0 ] || { echo "usage: with-postgres.sh COMMAND [ARGUMENT…]" >&2; exit 2; }

find_binaries() {
  local candidate
  for candidate in "${PGBIN:-}" $(printf '%s\n' /usr/lib/postgresql/*/bin | sort -rV) "$(dirname "$(command -v initdb || echo .)")"; do
    [ -x "$candidate/initdb" ] && [ -x "$candidate/pg_ctl" ] && { echo "$candidate"; return; }
  done
  echo "with-postgres: PostgreSQL is not installed; run 'make setup' or set PGBIN to the folder of initdb" >&2
  return 1
}

# PostgreSQL refuses to run as root, so root hands it to the user that its package made.
as_server() {
  if [ "$(id -u)" = 0 ]; then
    (cd "$home" && runuser -u postgres -- "$@")
  else
    "$@"
  fi
}

running=
stop() {
  local status=$?
  trap - EXIT
  # The data is thrown away, so the server need not write it out first.
  [ -z "$running" ] || as_server "$bin/pg_ctl" -s -w -m immediate -D "$home/data" stop || status=1
  rm -rf "$home"
  exit "$status"
}

# Nothing here must survive a power cut, hence no waiting for the disk.
start() {
  local port=$1
  as_server "$bin/pg_ctl" -s -w -t 120 -D "$home/data" -l "$home/log" start -o "-p $port -k $home -h 127.0.0.1 \
    -c max_connections=200 -c fsync=off -c synchronous_commit=off -c full_page_writes=off" >/dev/null 2>&1
}

bin=$(find_binaries)
home=$(mktemp -d -t asterism-postgres.XXXXXX)
trap stop EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP
[ "$(id -u)" != 0 ] || chown postgres "$home"
as_server "$bin/initdb" -D "$home/data" -U asterism -A trust -E UTF8 --locale=C.UTF-8 --no-sync >"$home/initdb.log" 2>&1 ||
  { cat "$home/initdb.log" >&2; exit 1; }

# Another program may take a port between looking and starting: the start itself is the test, below the range that
# the system hands out by itself.
for attempt in 1 2 3 4 5 6 7 8 9 10; do
  port=$((20000 + RANDOM % 12000))
  if start "$port"; then
    running=yes
    break
  fi
done
[ -n "$running" ] || { echo "with-postgres: the server did not start in $attempt attempts" >&2; cat "$home/log" >&2; exit 1; }

export ASTERISM_TEST_POSTGRES="postgres://asterism@127.0.0.1:$port/postgres?sslmode=disable"
"$@"
