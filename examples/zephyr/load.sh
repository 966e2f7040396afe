#!/usr/bin/env bash
# Loads a real project, the Zephyr RTOS, into a workspace: requirements, test cases, links, results of four builds, defects.
#   load.sh DATA_DIR DB        DB is sqlite:PATH or postgres://…
# Loading it again changes nothing and says so. The workspace is left for further questions:
#   asterism query '…' --db DB
set -euo pipefail
if [ $# -ne 2 ]; then
  echo "usage: load.sh DATA_DIR DB" >&2
  exit 2
fi
data=$(cd "$1" && pwd)
here=$(cd "$(dirname "$0")" && pwd)
export ASTERISM_DB=$2

# The program: the one that ASTERISM names, or one built here.
program=${ASTERISM:-}
if [ -z "$program" ]; then
  program=$here/../../build/bin/asterism
  (cd "$here/../.." && go build -o "$program" ./cmd/asterism)
fi

load() {
  echo "== $1" >&2
  shift
  "$program" import "$@" --project ZEP --map "$here/mapping.yaml"
}

if ! "$program" project list --json | grep -q '"key":"ZEP"'; then
  "$program" project create ZEP --name "Zephyr RTOS"
fi
load "requirements" "$data/requirements"
load "test cases and what they verify" "$data/derived/testcases.csv" "$data/derived/requirement-tests.csv"
load "results of four builds" "$data/results"
load "defects and where they show" "$data/derived/defects.csv" "$data/derived/defect-tests.csv" "$data/derived/defect-results.csv"
