package graph_test

import (
	"context"
	"fmt"
	"testing"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/membership"
	"github.com/asterism-qa/asterism/graph/graphtest"
	"github.com/asterism-qa/asterism/internal/people"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/store/storetest"
)

// fan fills a project with a requirement that n others refine, half of them by way of another.
func fan(s *graphtest.Server, key string, n int) string {
	s.T.Helper()
	id := ""
	s.Write(func(ctx context.Context, tx *ent.Client) error {
		p := tx.Project.Create().SetKey(key).SetName(key).SaveX(ctx)
		if err := people.Grant(ctx, tx, p.ID, s.Viewer.User, membership.RoleADMIN); err != nil {
			return err
		}
		top := tx.Requirement.Create().SetProjectID(p.ID).SetKey("TOP").SetTitle("Top").SaveX(ctx)
		above := []*ent.Requirement{top}
		for half := range 2 {
			var next []*ent.Requirement
			for first := 0; first < n/2; first += 500 {
				made := make([]*ent.RequirementCreate, min(500, n/2-first))
				for i := range made {
					made[i] = tx.Requirement.Create().SetProjectID(p.ID).SetKey(fmt.Sprintf("R-%d-%d", half, first+i)).SetTitle("Below")
				}
				some := tx.Requirement.CreateBulk(made...).SaveX(ctx)
				links := make([]*ent.RequirementLinkCreate, len(some))
				for i, one := range some {
					links[i] = tx.RequirementLink.Create().SetProjectID(p.ID).SetChildID(one.ID).SetParentID(above[(first+i)%len(above)].ID)
				}
				tx.RequirementLink.CreateBulk(links...).ExecX(ctx)
				next = append(next, some...)
			}
			above = next
		}
		id = top.ID.String()
		return nil
	})
	return id
}

func TestTheImpactOnTenThousandThingsCostsAsManyStatementsAsOnAHundred(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.Store) {
		s := graphtest.New(t, db)
		few, many := fan(s, "FEW", 100), fan(s, "MANY", 10_000)
		const document = `query($id: ID!) { node(id: $id) { ... on Requirement { impact(budget: 10000, depth: 5) { truncated counts { kind count } nodes { depth kind node { id } } } } } }`
		small, great := s.Statements(document, map[string]any{"id": few}), s.Statements(document, map[string]any{"id": many})
		if small != great {
			t.Errorf("%d statements for few, %d for many", small, great)
		}
		t.Logf("%d statements", great)
		for id, want := range map[string]int{few: 100, many: 10_000} {
			if got := ask(s, document, map[string]any{"id": id}); got.number("node", "impact", "counts", 0, "count") != want {
				t.Errorf("the impact holds %v, not %d", got.at("node", "impact", "counts"), want)
			}
		}
	})
}
