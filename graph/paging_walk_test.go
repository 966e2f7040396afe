package graph_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"

	"pgregory.net/rapid"

	"github.com/asterism-qa/asterism/graph/graphtest"
)

// page is what a connection answers.
type page struct {
	TotalCount int
	PageInfo   struct {
		HasNextPage, HasPreviousPage bool
		StartCursor, EndCursor       *string
	}
	Nodes []struct{ ID string }
	Edges []struct {
		Cursor string
		Node   struct{ ID string }
	}
}

func (p page) ids() string {
	var all []string
	for _, edge := range p.Edges {
		all = append(all, edge.Node.ID)
	}
	return strings.Join(all, " ")
}

// walk is one list of the API and what the model says is in it.
type walk struct {
	t         *rapid.T
	servers   []*graphtest.Server
	document  string
	variables map[string]any
	expected  []thing
}

// ask asks for a page, of every server alike.
func (w *walk) ask(with map[string]any) page {
	variables := map[string]any{}
	for _, some := range []map[string]any{w.variables, with} {
		for name, value := range some {
			variables[name] = value
		}
	}
	var got struct{ Node struct{ List page } }
	w.decode(w.document, variables, &got)
	list := got.Node.List
	if list.TotalCount != len(w.expected) {
		w.t.Fatalf("totalCount %d, not %d; %v", list.TotalCount, len(w.expected), variables)
	}
	for i, edge := range list.Edges {
		if len(list.Nodes) != len(list.Edges) || list.Nodes[i].ID != edge.Node.ID {
			w.t.Fatalf("nodes and edges differ: %+v", list)
		}
	}
	if n := len(list.Edges); n > 0 && (*list.PageInfo.StartCursor != list.Edges[0].Cursor || *list.PageInfo.EndCursor != list.Edges[n-1].Cursor) {
		w.t.Fatalf("the ends of the page are not those of its edges: %+v", list)
	}
	return list
}

func (w *walk) decode(document string, variables map[string]any, into any) {
	var first []byte
	for i, s := range w.servers {
		answer := s.Ask(document, variables)
		if len(answer.Errors) > 0 {
			w.t.Fatalf("%v: %s", variables, answer.Raw)
		}
		if i == 0 {
			first = answer.Raw
		} else if !bytes.Equal(first, answer.Raw) {
			w.t.Fatalf("the databases differ for %v:\n%s\n%s", variables, first, answer.Raw)
		}
		if err := json.Unmarshal(answer.Data, into); err != nil {
			w.t.Fatal(err)
		}
	}
}

// forward walks from the start to the end and gives the cursors of all entries.
func (w *walk) forward(size int) []string {
	var cursors []string
	with := map[string]any{"first": size}
	for from := 0; ; from += size {
		got := w.ask(with)
		w.same(got, from, min(from+size, len(w.expected)))
		if got.PageInfo.HasPreviousPage != (from > 0) || got.PageInfo.HasNextPage != (from+size < len(w.expected)) {
			w.t.Fatalf("page %d to %d of %d says %+v", from, from+size, len(w.expected), got.PageInfo)
		}
		for _, edge := range got.Edges {
			cursors = append(cursors, edge.Cursor)
		}
		if !got.PageInfo.HasNextPage {
			return cursors
		}
		with["after"] = *got.PageInfo.EndCursor
	}
}

func (w *walk) backward(size int) {
	with := map[string]any{"last": size}
	for to := len(w.expected); ; to -= size {
		got := w.ask(with)
		w.same(got, max(to-size, 0), to)
		if got.PageInfo.HasNextPage != (to < len(w.expected)) || got.PageInfo.HasPreviousPage != (to-size > 0) {
			w.t.Fatalf("page %d to %d of %d says %+v", to-size, to, len(w.expected), got.PageInfo)
		}
		if !got.PageInfo.HasPreviousPage {
			return
		}
		with["before"] = *got.PageInfo.StartCursor
	}
}

// between asks for what lies between two entries, from its start and from its end.
func (w *walk) between(cursors []string, size int) {
	if len(cursors) < 2 {
		return
	}
	from := rapid.IntRange(0, len(cursors)-1).Draw(w.t, "from")
	to := rapid.IntRange(0, len(cursors)-1).Draw(w.t, "to")
	between := max(to-from-1, 0)
	count := min(size, between)
	w.same(w.ask(map[string]any{"first": size, "after": cursors[from], "before": cursors[to]}), from+1, from+1+count)
	w.same(w.ask(map[string]any{"last": size, "after": cursors[from], "before": cursors[to]}), to-count, to)
}

func (w *walk) same(got page, from, to int) {
	var want []string
	for i := from; i < to; i++ {
		want = append(want, w.expected[i].id.String())
	}
	if got.ids() != strings.Join(want, " ") {
		w.t.Fatalf("entries %d to %d of %d are\n%s\nnot\n%s\nfor %v", from, to, len(w.expected), got.ids(), strings.Join(want, " "), w.variables)
	}
}

// siblings asks for the first pages of all requirements at once, which one statement loads.
func (w *walk) siblings(c connection, m *model, size int, expect func(int) []thing) {
	var got struct {
		Project struct {
			Requirements struct {
				Nodes []struct {
					ID   string
					List page
				}
			}
		}
	}
	w.decode(fmt.Sprintf(`query($key: String!, $first: Int, $orderBy: [%sOrder!], $where: %sWhereInput) { project(key: $key) { requirements { nodes { id
	  list: %s(first: $first, orderBy: $orderBy, where: $where) { totalCount pageInfo { hasNextPage } edges { node { id } } } } } } }`, c.child, c.child, c.field),
		map[string]any{"key": m.key, "first": size, "orderBy": w.variables["orderBy"], "where": w.variables["where"]}, &got)
	for place, parent := range m.requirements {
		for _, one := range got.Project.Requirements.Nodes {
			if one.ID == parent.id.String() {
				all := &walk{t: w.t, expected: expect(place), variables: w.variables}
				all.same(one.List, 0, min(size, len(all.expected)))
				if one.List.TotalCount != len(all.expected) || one.List.PageInfo.HasNextPage != (len(all.expected) > size) {
					w.t.Fatalf("the list of %s says %+v", one.ID, one.List)
				}
			}
		}
	}
}
