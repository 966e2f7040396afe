#!/usr/bin/env bash
# Fetches the changes since the last time into a folder, for a cron job: follow.sh http://127.0.0.1:8080 PAY FOLDER
# Each answer becomes one file, whole or not at all, named by the number of its last change. Its last line is a BOOKMARK
# that says where to go on, so whenever this script is ended nothing is lost and nothing is there twice.
set -euo pipefail
server=$1 project=$2 folder=$3
mkdir -p "$folder"

word() { sed -E "s/.*\"$1\":\"?([^\",}]*).*/\1/" <<<"$2"; }

while true; do
  newest=$(find "$folder" -name '*.jsonl' | sort | tail -n 1)
  after=start
  if [ -n "$newest" ]; then after=$(word cursor "$(tail -n 1 "$newest")"); fi

  # A refusal says on standard error what to do; curl then ends with 22.
  curl --silent --show-error --fail-with-body --max-time 120 --output "$folder/next" \
    "$server/changes/$project?after=$after&limit=5000" || { cat "$folder/next" >&2; exit 1; }

  last=$(tail -n 1 "$folder/next")
  case $last in *'"op":"BOOKMARK"'*) ;; *) echo "the answer was cut off; the next start fetches it again" >&2; exit 1 ;; esac
  # Nothing but the mark: there is nothing new, and the newest file ends at this very place already.
  if [ "$(wc -l <"$folder/next")" -le 1 ]; then rm "$folder/next"; break; fi
  mv "$folder/next" "$folder/$(printf '%015d' "$(word seq "$last")").jsonl"
  if [ "$(word seq "$last")" = "$(word head "$last")" ]; then break; fi
done
