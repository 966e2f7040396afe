package house_test

import (
	"go/ast"
	"strings"
	"testing"
)

// writers are the folders that may send SQL of their own: the store, and the log of changes in it.
var writers = []string{"internal/store/", "ent/migrations/"}

// by are the ways to the database around the one that is told: SQL, a driver of one's own, a transaction that is not
// changes.Write, and hooks, which could keep the one that notes from being asked.
var by = map[string]string{
	"ExecContext": "write through ent inside changes.Write, which tells the feed",
	"Transact":    "write through changes.Write, which tells the feed",
	"BeginTx":     "write through changes.Write, which tells the feed",
	"Use":         "only internal/changes and internal/people add hooks to a client",
	"Shifting":    "only rows that make room for another one are moved unseen",
}

// allowed are the places where such a name is right.
var allowed = map[string][]string{
	"Transact": {"internal/changes/write.go"},
	"Use":      {"internal/changes/hooks.go", "internal/people/walls.go", "graph/server.go"},
	"Shifting": {"internal/changes/log.go", "internal/requirements/", "internal/suites/", "internal/cases/"},
}

func TestNothingIsWrittenAroundTheFeed(t *testing.T) {
	for _, f := range goFiles(t) {
		if strings.HasSuffix(f.path, "_test.go") || within(f.path, writers) || strings.Contains(f.path, "/gen/") {
			continue
		}
		_, syntax := f.parse(t)
		ast.Inspect(syntax, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			selector, ok := call.Fun.(*ast.SelectorExpr)
			if !ok {
				return true
			}
			if why, found := by[selector.Sel.Name]; found && !within(f.path, allowed[selector.Sel.Name]) {
				t.Errorf("%s calls %s: %s", f.path, selector.Sel.Name, why)
			}
			return true
		})
	}
}

func within(path string, folders []string) bool {
	for _, folder := range folders {
		if strings.HasPrefix(path, folder) {
			return true
		}
	}
	return false
}
