package matrix

import (
	"cmp"
	"context"
	"slices"

	"entgo.io/ent/dialect/sql"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/tracelink"
	"github.com/asterism-qa/asterism/ent/level"
	"github.com/asterism-qa/asterism/internal/coverage"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/ident"
)

// cells fills the window: one statement for the links, one for what the cases say.
func cells(ctx context.Context, client *ent.Client, a *Answer, scope coverage.Scope) ([]Cell, error) {
	rows, columns := make([]ident.ID, len(a.Rows)), make([]ident.ID, len(a.Columns))
	places := make(map[ident.ID]int, len(rows)+len(columns))
	for i, one := range a.Rows {
		rows[i], places[one.ID] = one.ID, i
	}
	for i, one := range a.Columns {
		columns[i], places[one.ID] = one.ID, i
	}
	links, err := between(ctx, client, rows, columns)
	if err != nil {
		return nil, err
	}
	found := map[[2]int]*Cell{}
	var cases []ident.ID
	spoken := map[ident.ID]bool{}
	for _, link := range links {
		at := [2]int{places[*link.RequirementID], places[*link.TestCaseID]}
		if found[at] == nil {
			found[at] = &Cell{Row: at[0], Column: at[1]}
		}
		found[at].Links = append(found[at].Links, link)
		if !spoken[*link.TestCaseID] {
			spoken[*link.TestCaseID] = true
			cases = append(cases, *link.TestCaseID)
		}
	}
	words, err := coverage.CaseWords(ctx, client, cases, scope)
	if err != nil {
		return nil, err
	}
	all := make([]Cell, 0, len(found))
	for _, cell := range found {
		cell.Evidence = words[columns[cell.Column]].Behind(cell.Links)
		all = append(all, *cell)
	}
	slices.SortFunc(all, func(x, y Cell) int {
		return cmp.Or(cmp.Compare(x.Row, y.Row), cmp.Compare(x.Column, y.Column))
	})
	return all, nil
}

// between are the open links between two groups, by role and id. There is one more than a window may hold when there are
// too many.
func between(ctx context.Context, client *ent.Client, requirements, cases []ident.ID) ([]*ent.TraceLink, error) {
	links, err := client.TraceLink.Query().
		Where(tracelink.StateNEQ(tracelink.StateCLOSED), func(s *sql.Selector) {
			s.Where(level.In(s.Dialect(), s.C(tracelink.FieldRequirementID), requirements))
			s.Where(level.In(s.Dialect(), s.C(tracelink.FieldTestCaseID), cases))
		}).
		Limit(MaxLinks + 1).All(ctx)
	if err != nil {
		return nil, err
	}
	if len(links) > MaxLinks {
		return nil, fault.New("COMPLEXITY_LIMIT_EXCEEDED",
			"the window holds more than %d links; ask for fewer rows or columns at once", MaxLinks).
			At("rows", "first").With("limit", MaxLinks)
	}
	slices.SortFunc(links, func(x, y *ent.TraceLink) int {
		return cmp.Or(cmp.Compare(x.Role, y.Role), slices.Compare(x.ID[:], y.ID[:]))
	})
	ent.JoinTraceLinks(links)
	return links, nil
}
