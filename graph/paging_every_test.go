package graph_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/asterism-qa/asterism/graph"
	"github.com/asterism-qa/asterism/graph/graphtest"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/store/storetest"
)

// every list of the API, whatever its order, gives the same things one by one, forward and backward, as all at once.
func TestEveryListIsTheSameOneByOne(t *testing.T) {
	schema := graph.Schema(&graph.Resolver{}).Schema()
	storetest.Each(t, func(t *testing.T, db *store.Store) {
		s := graphtest.New(t, db)
		elaborate(s, populate(s, "PAY", 3))
		walked, several := 0, 0
		for _, name := range sorted(schema.Types) {
			definition := schema.Types[name]
			if definition.Kind != ast.Object || !isNode(definition) {
				continue
			}
			for _, field := range definition.Fields {
				if !strings.HasSuffix(field.Type.Name(), "Connection") || field.Type.Name() == "ChangeConnection" { // changes have numbers, not ids
					continue
				}
				one := listOf{s: s, owner: name, field: field.Name, id: anyID(s, name)}
				all := one.page(`first: 200`).ids()
				walked++
				if strings.Contains(all, " ") {
					several++
				}
				if forward := strings.Join(one.walk("first", "after"), " "); forward != all {
					t.Errorf("%s.%s one by one:\n%s\nnot\n%s", name, field.Name, forward, all)
				}
				backward := one.walk("last", "before")
				slices.Reverse(backward)
				if found := strings.Join(backward, " "); found != all {
					t.Errorf("%s.%s one by one from the end:\n%s\nnot\n%s", name, field.Name, found, all)
				}
			}
		}
		if walked < 60 || several < 20 {
			t.Errorf("only %d lists were walked, %d of them with several things", walked, several)
		}
	})
}

// listOf is a list of one thing.
type listOf struct {
	s                *graphtest.Server
	owner, field, id string
}

func (l listOf) page(arguments string) page {
	l.s.T.Helper()
	var got struct{ Node struct{ List page } }
	l.s.Data(fmt.Sprintf(`{ node(id: %q) { ... on %s { list: %s(%s) { totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } nodes { id } edges { cursor node { id } } } } } }`,
		l.id, l.owner, l.field, arguments), nil, &got)
	return got.Node.List
}

// walk asks for one thing at a time until there is no further.
func (l listOf) walk(size, from string) []string {
	l.s.T.Helper()
	var all []string
	arguments := size + ": 1"
	for range 100 {
		got := l.page(arguments)
		if len(got.Edges) == 0 {
			break
		}
		all = append(all, got.Edges[0].Node.ID)
		if more := map[string]bool{"first": got.PageInfo.HasNextPage, "last": got.PageInfo.HasPreviousPage}[size]; !more {
			break
		}
		arguments = fmt.Sprintf(`%s: 1, %s: %q`, size, from, got.Edges[0].Cursor)
	}
	return all
}
