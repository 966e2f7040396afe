# Words to work with; `make help` lists them. Each does its own looking, so any of them may be called first.
SHELL := /bin/bash -euo pipefail
.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help setup code generate frontend demo dev test check lint drift vet format types fmt desktop window windows deb migration bench soak diff

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "  %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: ## install what building and testing need (as root also Debian packages)
	@scripts/setup.sh

code:
	@scripts/setup.sh code

demo: frontend ## build everything, fill a demo workspace and serve it
	go build -o build/bin/asterism ./cmd/asterism
	build/bin/asterism demo

test: setup ## every test: frontend, Go on SQLite and a PostgreSQL of its own, a short fuzz
	@scripts/test.sh

check: code lint drift vet format types ## what CI asks beside the tests

generate: ## write ent and GraphQL code again after a schema change
	go generate ./...

fmt: ## format what was written by hand
	gofmt -w $$(scripts/hand-written.sh)
	npm --prefix frontend run fmt

dev: code ## server and page with reload, on a workspace in build/
	@scripts/dev.sh

frontend: code ## build the page into frontend/dist
	npm --prefix frontend run build

desktop: setup frontend ## build the desktop window into build/bin
	go build -tags desktop,production,webkit2_41 -o build/bin/asterism-desktop .

window: desktop ## drive the real window on a screen of its own
	scripts/window-test.sh

windows: ## compile the window for Windows
	GOOS=windows CGO_ENABLED=0 go build -tags desktop,production -o build/bin/asterism-desktop.exe .

deb: desktop ## the Debian package of the window
	scripts/desktop-package.sh

migration: setup ## plan a migration for both databases: make migration name=milestones
	@[ -n "$(name)" ] || { echo "say its name: make migration name=milestones" >&2; exit 2; }
	scripts/with-postgres.sh bash -c 'go run ./ent/migrations/plan/cmd "$$1" "$$ASTERISM_TEST_POSTGRES"' plan "$(name)"

bench: setup ## measure: benchmarks on both databases
	scripts/with-postgres.sh go test -run '^$$' -bench . -benchmem -timeout 60m ./...

soak: setup ## look longer: soak tests and five minutes of fuzz for each target
	ASTERISM_SOAK=1 scripts/with-postgres.sh go test -run Soak -timeout 120m ./...
	scripts/fuzz.sh 300s

diff: ## what changed, without machine-written code
	git diff HEAD -- . ':(exclude)**/gen/**' ':(exclude)frontend/package-lock.json'

# The steps of check, each callable alone.
lint: ## the linter: import direction, comments, slips; and a proof that its rules bite
	scripts/lint.sh
	scripts/lint-proof.sh

drift: ## generated code is what the schema says
	scripts/drift.sh

vet: ## go vet
	go vet ./...

format: ## nothing is left to format
	@files=$$(gofmt -l $$(scripts/hand-written.sh)); [ -z "$$files" ] || { echo "run 'make fmt'; not formatted:"; echo "$$files"; exit 1; } >&2

types: ## the frontend's types and its own lint
	npm --prefix frontend run check
