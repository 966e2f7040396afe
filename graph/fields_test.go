package graph_test

import (
	"fmt"
	"regexp"
	"sort"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/asterism-qa/asterism/graph"
	"github.com/asterism-qa/asterism/graph/graphtest"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/store/storetest"
)

// alone are the fields that the API answers for one thing at a time, not for each of a list.
var alone = map[string]bool{"impact": true, "feature": true}

// everything asks for all fields of a type and of the things that these lead to, down to a depth; of what stands in a
// list, those that a list may be asked for.
func everything(schema *ast.Schema, definition *ast.Definition, depth int, listed bool) []string {
	var fields []string
	for _, field := range definition.Fields {
		target := schema.Types[field.Type.Name()]
		switch {
		case strings.HasPrefix(field.Name, "__"), listed && alone[field.Name]:
		case target.IsLeafType():
			fields = append(fields, field.Name)
		case strings.HasSuffix(target.Name, "Connection"):
			if depth > 0 {
				node := schema.Types[strings.TrimSuffix(target.Name, "Connection")]
				total := ""
				if target.Fields.ForName("totalCount") != nil {
					total = "totalCount"
				}
				fields = append(fields, fmt.Sprintf("%s(first: 2) { %s pageInfo { hasNextPage hasPreviousPage } edges { node { %s } } nodes { __typename } }", field.Name, total, inside(schema, node, depth-1, true)))
			}
		case depth > 0 && len(demanded(field)) == 0:
			fields = append(fields, field.Name+" { "+inside(schema, target, depth-1, listed || field.Type.Elem != nil)+" }")
		}
	}
	return fields
}

func inside(schema *ast.Schema, definition *ast.Definition, depth int, listed bool) string {
	return strings.Join(append(everything(schema, definition, depth, listed), "__typename"), " ")
}

// demanded are the arguments that a field cannot do without.
func demanded(field *ast.FieldDefinition) []string {
	var names []string
	for _, argument := range field.Arguments {
		if argument.Type.NonNull {
			names = append(names, argument.Name)
		}
	}
	return names
}

func TestEveryFieldOfEveryTypeIsAnsweredAlikeOnBothDatabases(t *testing.T) {
	schema := graph.Schema(&graph.Resolver{}).Schema()
	answers := map[string]string{}
	storetest.Each(t, func(t *testing.T, db *store.Store) {
		s := graphtest.New(t, db)
		w := populate(s, "PAY", 3)
		elaborate(s, w)
		asked := 0
		for _, name := range sorted(schema.Types) {
			definition := schema.Types[name]
			if definition.Kind != ast.Object || definition.BuiltIn || !isNode(definition) {
				continue
			}
			id := anyID(s, name)
			if id == "" {
				t.Errorf("%s: the world of the tests holds none", name)
				continue
			}
			asked++
			for _, field := range everything(schema, definition, 2, false) {
				got := s.Ask(`query($id: ID!) { node(id: $id) { ... on `+name+` { `+field+` } } }`, map[string]any{"id": id})
				if len(got.Errors) > 0 || strings.Contains(string(got.Data), `{"node":null}`) {
					t.Errorf("%s: %.60s: %.600s", name, field, got.Raw)
					continue
				}
				answer := timeless(t, got.Data)
				if before, known := answers[name+field]; known && before != answer {
					t.Errorf("%s: the databases differ:\n%s", name, difference(before, answer))
				}
				answers[name+field] = answer
			}
		}
		if asked < 23 {
			t.Errorf("only %d types were asked", asked)
		}
	})
}

func sorted[T any](all map[string]T) []string {
	names := make([]string, 0, len(all))
	for name := range all {
		names = append(names, name)
	}
	sort.Strings(names)
	return names
}

func isNode(definition *ast.Definition) bool {
	for _, name := range definition.Interfaces {
		if name == "Node" {
			return true
		}
	}
	return false
}

var varies = regexp.MustCompile(`"(createdAt|updatedAt|builtAt|reportedAt|entityId|at|cursor|start|now|position|transaction|envelope)":`)

// anyIdent finds ids where they stand inside other values, for example in the address of an attachment.
var anyIdent = regexp.MustCompile(`\b([a-z]+)_[0-9a-z]{26}\b`)

// timeless is an answer without what differs from one making of the same world to the next.
func timeless(t *testing.T, data []byte) string {
	t.Helper()
	text := anyIdent.ReplaceAllString(canonical(t, data), "$1_")
	var kept []string
	for _, line := range strings.Split(text, "\n") {
		if !varies.MatchString(line) {
			kept = append(kept, strings.TrimSuffix(line, ","))
		}
	}
	return strings.Join(kept, "\n")
}

// difference shows the first line at which two texts part.
func difference(left, right string) string {
	a, b := strings.Split(left, "\n"), strings.Split(right, "\n")
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			from := max(0, i-6)
			return fmt.Sprintf("%s\n- %s\n+ %s", strings.Join(a[from:i], "\n"), a[i], b[i])
		}
	}
	return fmt.Sprintf("%d lines, %d lines", len(a), len(b))
}
