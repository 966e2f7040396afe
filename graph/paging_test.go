package graph_test

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/asterism-qa/asterism/graph/graphtest"
	"github.com/asterism-qa/asterism/internal/store/storetest"
)

func TestPagesAddUpToTheList(t *testing.T) {
	checkTimes(t, 150)
	s := graphtest.New(t, storetest.SQLite(t))
	rapid.Check(t, func(t *rapid.T) { walkPages(t, []*graphtest.Server{s}) })
}

func TestPagesAreTheSameBytesOnBothDatabases(t *testing.T) {
	checkTimes(t, 30)
	postgres := graphtest.New(t, storetest.Postgres(t))
	servers := []*graphtest.Server{graphtest.New(t, storetest.SQLite(t)), postgres}
	rapid.Check(t, func(t *rapid.T) { walkPages(t, servers) })
}

// Other pages every time, two thousand of them; the seed is printed, and -rapid.seed repeats it.
func TestSoakPagesAddUpToTheList(t *testing.T) {
	if os.Getenv("ASTERISM_SOAK") != "1" {
		t.Skip("make soak looks this long; make test takes the short way above")
	}
	if flag.Lookup("rapid.seed").Value.String() == "0" {
		setSeed(t, strconv.FormatInt(time.Now().UnixNano(), 10))
	}
	t.Logf("seed %s", flag.Lookup("rapid.seed").Value)
	checkTimes(t, 2_000)
	s := graphtest.New(t, storetest.SQLite(t))
	rapid.Check(t, func(t *rapid.T) { walkPages(t, []*graphtest.Server{s}) })
}

func setSeed(t *testing.T, seed string) {
	t.Helper()
	if err := flag.Set("rapid.seed", seed); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = flag.Set("rapid.seed", "0") })
}

// checkTimes sets how often properties are tried in this test, the same way every time; -rapid.seed tries another.
func checkTimes(t *testing.T, times int) {
	t.Helper()
	if flag.Lookup("rapid.seed").Value.String() == "0" {
		setSeed(t, "20260301")
	}
	for name, value := range map[string]string{"rapid.checks": strconv.Itoa(times), "rapid.nofailfile": "true"} {
		before := flag.Lookup(name).Value.String()
		if err := flag.Set(name, value); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = flag.Set(name, before) })
	}
}

func walkPages(t *rapid.T, servers []*graphtest.Server) {
	m := drawModel(t)
	for _, s := range servers {
		m.store(s)
	}
	c := connections[rapid.IntRange(0, len(connections)-1).Draw(t, "connection")]
	parents := c.parents(m)
	var visible []int
	for i, parent := range parents {
		if !parent.trash {
			visible = append(visible, i)
		}
	}
	if len(visible) == 0 {
		return
	}
	parent := rapid.SampledFrom(visible).Draw(t, "parent")
	orders := drawOrders(t, c.child)
	where, fits := drawFilter(t, c.child)
	expect := func(parent int) []thing {
		expected := slices.DeleteFunc(c.children(m, parent), func(one thing) bool { return !fits(one) })
		if len(orders) == 0 && c.child == "Execution" {
			sortThings(expected, []criterion{{"EXECUTED_AT", "DESC"}})
		} else {
			sortThings(expected, orders)
		}
		return expected
	}
	w := &walk{t: t, servers: servers, expected: expect(parent),
		variables: map[string]any{"id": parents[parent].id.String(), "orderBy": orders, "where": where},
		document: fmt.Sprintf(`query($id: ID!, $first: Int, $last: Int, $after: Cursor, $before: Cursor, $orderBy: [%sOrder!], $where: %sWhereInput) {
		  node(id: $id) { ... on %s { list: %s(first: $first, last: $last, after: $after, before: $before, orderBy: $orderBy, where: $where) {
		    totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } nodes { id } edges { cursor node { id } } } } } }`, c.child, c.child, c.parent, c.field)}
	size := rapid.IntRange(1, 5).Draw(t, "size")
	cursors := w.forward(size)
	w.backward(size)
	w.between(cursors, rapid.IntRange(0, 4).Draw(t, "window"))
	if c.parent == "Requirement" {
		w.siblings(c, m, size, expect)
	}
}

func drawOrders(t *rapid.T, child string) []criterion {
	fields := map[string][]string{
		"Requirement": {"KEY", "TITLE", "TYPE", "POSITION", "CREATED_AT"}, "TestCase": {"KEY", "TITLE", "CREATED_AT"},
		"Execution": {"DURATION_MS", "EXECUTED_AT", "CREATED_AT"}, "Defect": {"KEY", "TITLE", "REPORTED_AT"},
	}[child]
	orders := make([]criterion, rapid.IntRange(0, 3).Draw(t, "criteria"))
	for i := range orders {
		orders[i] = criterion{rapid.SampledFrom(fields).Draw(t, "field"), rapid.SampledFrom([]string{"ASC", "DESC"}).Draw(t, "direction")}
	}
	return orders
}

func drawFilter(t *rapid.T, child string) (map[string]any, func(thing) bool) {
	if rapid.IntRange(0, 1).Draw(t, "filtered") == 0 {
		return nil, func(thing) bool { return true }
	}
	if child == "Execution" {
		return map[string]any{"durationMsGTE": 1}, func(one thing) bool { return one.number >= 1 }
	}
	word := rapid.SampledFrom(words[1:]).Draw(t, "contains")
	if rapid.Bool().Draw(t, "not") {
		return map[string]any{"not": map[string]any{"titleContains": word}}, func(one thing) bool { return !strings.Contains(one.title, word) }
	}
	return map[string]any{"or": []any{map[string]any{"titleContains": word}, map[string]any{"titleEqualFold": "A"}}},
		func(one thing) bool { return strings.Contains(one.title, word) || ascii(one.title) == "a" }
}
