package impact_test

import (
	"fmt"
	"testing"

	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/impact"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/store/storetest"
)

// broad is a requirement with five things for each branch: a requirement, a case, two executions and a defect.
func broad(branches int) *world {
	w := &world{}
	for i := range branches {
		name := func(letter string) string { return fmt.Sprintf("%s%05d", letter, i) }
		w.refine(name("RA"), "R", "REFINES", "VALID")
		w.trace(name("RA"), name("C"), "VALID")
		w.executed(name("XA"), name("C"), "", "", 1)
		w.executed(name("XB"), name("C"), "E", "", 2)
		w.flaw(name("D"), name("XB"), "VALID")
		w.flaw("DD", name("XA"), "VALID")
	}
	return w
}

func TestStatementsDoNotGrowWithTheNumberOfNodes(t *testing.T) {
	eachHall(t, func(t *testing.T, h *hall) {
		few, many := broad(20), broad(2_000)
		h.save(t, "FEW", few)
		h.save(t, "MANY", many)
		for root, kinds := range map[string]int{"R": 5, "DD": 3} {
			taken := map[int]int64{}
			for nodes, w := range map[int]*world{100: few, 10_000: many} {
				before := h.Statements.Count()
				got, err := impact.Of(h.ctx, h.Client, w.id(root), impact.Options{Budget: 10_000})
				if err != nil {
					t.Fatal(err)
				}
				if want := kinds * nodes / 5; len(got.Nodes) < want || got.Reached[ident.Execution] < nodes/5 {
					t.Errorf("from %s of %d: %d nodes, want %d; %v", root, nodes, len(got.Nodes), want, got.Reached)
				}
				taken[nodes] = h.Statements.Count() - before
			}
			if taken[100] != taken[10_000] || taken[100] > 20 {
				t.Errorf("from %s: %d statements for 100 nodes, %d for 10,000", root, taken[100], taken[10_000])
			}
		}
	})
}

// BenchmarkOf walks to 10,000 things below a requirement.
func BenchmarkOf(b *testing.B) {
	for name, connect := range map[string]func(testing.TB) *store.Store{"sqlite": storetest.SQLite, "postgres": storetest.Postgres} {
		b.Run(name, func(b *testing.B) {
			h, w := open(connect(b)), broad(2_000)
			h.save(b, "P", w)
			for b.Loop() {
				got, err := impact.Of(h.ctx, h.Client, w.id("R"), impact.Options{Budget: 10_000})
				if err != nil || len(got.Nodes) < 10_000 {
					b.Fatal(len(got.Nodes), err)
				}
			}
		})
	}
}
