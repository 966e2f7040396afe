#!/usr/bin/env bash
# Shows that the import rules bite: plants imports in an empty copy of the tree and compares what is reported.
# A rule whose pattern stopped matching would otherwise be silent for ever.
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD
module=$(go list -m)

# importer, imported ("/" means ours), the rule that must speak; "-" where the import is right.
plants="
internal/fault            github.com/google/uuid        ground
internal/clock            /internal/fault               ground
internal/ident            github.com/google/uuid        -
internal/ident            /internal/fault               identifiers
internal/viewer           /internal/ident               -
internal/viewer           /internal/people              viewer
ent/schema                /internal/ident               -
ent/schema                /internal/fault               schema
internal/store            modernc.org/sqlite            -
internal/store            /internal/cases               below-areas
internal/changes          /internal/executions          below-areas
internal/changes          /internal/people              -
internal/feed             /internal/requirements        below-areas
internal/feed             /internal/people              -
internal/consumers        /internal/defects             followers
internal/consumers        /internal/projects            -
internal/webhooks         /internal/cases               followers
internal/webhooks/wire    /internal/feed                sending
internal/webhooks/wire    /internal/fault               -
internal/app              /internal/chaos/cluster       chaos
internal/store            /internal/people              below-people
ent/migrations/plan/cmd   modernc.org/sqlite            -
graph                     github.com/lib/pq             drivers
internal/app              github.com/pressly/goose/v3   drivers
internal/environments     /internal/plans               area-ground
internal/requirements     /internal/cases               area-requirements
internal/cases            /internal/requirements        -
internal/cases            /internal/suites              area-cases
internal/suites           /internal/cases               -
internal/suites           /internal/plans               area-suites
internal/signatures       /internal/executions          area-signatures
internal/executions       /internal/signatures          -
internal/remarks          /internal/requirements        area-ground
internal/receipts         /internal/defects             area-ground
internal/lifecycle        /internal/fault               -
internal/lifecycle        /internal/people              contents
internal/impact           /internal/defects             answers
internal/matrix           /internal/requirements        answers
internal/matrix           /internal/coverage            -
internal/executions       /internal/matrix              area-executions
internal/plans            /internal/executions          area-plans
internal/executions       /internal/plans               -
internal/executions       /internal/defects             area-executions
internal/defects          /internal/coverage            area-defects
internal/defects          /graph                        area-defects
internal/coverage         /ent/gen/ent                  -
internal/coverage         /internal/cases               answers
internal/gates            /internal/projects            answers
internal/insights         /internal/defects             answers
internal/exchange/junit   /internal/exchange/record     -
internal/exchange/junit   /internal/executions          formats
internal/exchange/mapping /ent/gen/ent                  formats
internal/exchange/publish /internal/executions          -
internal/exchange/publish /graph                        publish
graph                     /internal/exchange/publish    -
graph                     /graph/gen/exec               -
graph                     /internal/app                 wiring
internal/gates            /internal/app                 wiring
cmd/asterism              /internal/app                 -
cmd/asterism              github.com/wailsapp/wails/v2  window
cmd/asterism              /graph/gen/exec               api-code
internal/app              /graph/gen/model              api-code
internal/app              /graph                        -
internal/app              /cmd/asterism                 programs
graph                     /desktop                      programs
desktop                   /internal/app                 -
desktop                   github.com/wailsapp/wails/v2  -
.                         /desktop                      -
"

copy=$(mktemp -d -t asterism-lint.XXXXXX)
trap 'rm -rf "$copy"' EXIT
cp go.mod go.sum .golangci.yml "$copy"

# Each plant has a tree of its own beside an empty package for what it imports, so that none of them form a cycle.
number=0
while read -r importer imported rule; do
  [ -n "$importer" ] || continue
  number=$((number + 1))
  if [ "${imported#/}" != "$imported" ]; then
    mkdir -p "$copy$imported"
    echo "package stub" >"$copy$imported/stub.go"
    imported=$module$imported
  fi
  file=case$number/$importer/plant.go
  [ "$importer" != . ] || file=main.go
  mkdir -p "$copy/$(dirname "$file")"
  printf 'package planted\n\nimport _ "%s"\n' "$imported" >"$copy/$file"
  [ "$rule" = - ] || echo "$file $rule"
done <<<"$plants" >"$copy/planted.txt"

cd "$copy"
go run github.com/golangci/golangci-lint/v2/cmd/golangci-lint@v2.15.0 run --enable-only depguard --issues-exit-code 0 \
  --output.text.path found.txt --output.text.print-issued-lines=false --output.text.colors=false ./... >/dev/null || { cat found.txt; exit 1; } >&2
sed -nE "s/^([^:]+):[0-9:]+ import '[^']+' is not allowed from list '([^']+)'.*/\1 \2/p" found.txt | sort >reported.txt
if ! diff <(sort planted.txt) reported.txt >difference.txt; then
  echo "lint-proof: the import rules in $root/.golangci.yml do not hold (< missed, > wrongly reported):" >&2
  cat difference.txt >&2
  exit 1
fi
echo "lint-proof: $(wc -l <planted.txt) planted imports were reported, the right ones were not"
