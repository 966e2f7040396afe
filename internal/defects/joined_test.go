package defects_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/defectlink"
	"github.com/asterism-qa/asterism/internal/cases"
	"github.com/asterism-qa/asterism/internal/changes"
	"github.com/asterism-qa/asterism/internal/defects"
	"github.com/asterism-qa/asterism/internal/projects/projecttest"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/store/storetest"
)

// wait makes so many orphans for each end: the requirement R, the test case C, the execution n, and the defects late0 and so on.
func wait(p *projecttest.Project, n int) (drafts []defects.LinkDraft, late []defects.Draft) {
	p.Write(func(ctx context.Context, tx *ent.Client) error {
		_, err := cases.Put(ctx, tx, p.Project, []cases.Draft{{Key: "first"}}, projecttest.Now)
		return err
	})
	var early []defects.Draft
	for i := range n {
		key := fmt.Sprint("early", i)
		early, late = append(early, defects.Draft{Key: key}), append(late, defects.Draft{Key: fmt.Sprint("late", i)})
		for _, one := range everyEnd {
			one.Defect = key
			drafts = append(drafts, one)
		}
		drafts = append(drafts, defects.LinkDraft{Defect: fmt.Sprint("late", i), Case: "first"})
	}
	put(p, early...)
	link(p, drafts...)
	return drafts, late
}

// sameEverywhere fails unless something takes the same number of statements for one orphan of each kind as for 100.
func sameEverywhere(t *testing.T, reactions []changes.Reaction, act func(p *projecttest.Project, drafts []defects.LinkDraft, late []defects.Draft, statements func() int64) int64) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		took := map[int]int64{}
		for _, n := range []int{1, 100} {
			s := s
			if n > 1 && strings.HasSuffix(t.Name(), "postgres") {
				s = storetest.Postgres(t)
			} else if n > 1 {
				s = storetest.SQLite(t)
			}
			p := projecttest.New(t, s, reactions...)
			drafts, late := wait(p, n)
			took[n] = act(p, drafts, late, s.Statements.Count)
			held := p.Client.DefectLink.Query().Where(defectlink.StateEQ(defectlink.StateVALID), defectlink.DefectIDNotNil(), defectlink.UnresolvedKey(""),
				defectlink.UnresolvedDefect(""), defectlink.UnresolvedKindIsNil(), defectlink.Version(2))
			for end, only := range map[string]func(*ent.DefectLinkQuery) *ent.DefectLinkQuery{
				"requirement": func(q *ent.DefectLinkQuery) *ent.DefectLinkQuery { return q.Where(defectlink.RequirementIDNotNil()) },
				"test case":   func(q *ent.DefectLinkQuery) *ent.DefectLinkQuery { return q.Where(defectlink.TestCaseIDNotNil()) },
				"execution":   func(q *ent.DefectLinkQuery) *ent.DefectLinkQuery { return q.Where(defectlink.ExecutionIDNotNil()) },
			} {
				want := n
				if end == "test case" {
					want = 2 * n // those that waited for their defect, too
				}
				if got := only(held.Clone()).CountX(p.Ctx); got != want {
					t.Errorf("of %d: %d links hold with their %s, want %d", n, got, end, want)
				}
			}
		}
		if took[1] != took[100] {
			t.Errorf("statements by orphans: %v", took)
		}
	})
}

func TestManyOrphansGetTheirEndsInTheStatementsOfOne(t *testing.T) {
	sameEverywhere(t, []changes.Reaction{defects.Adopt}, func(p *projecttest.Project, _ []defects.LinkDraft, late []defects.Draft, statements func() int64) int64 {
		before := statements()
		arrive(p, "results/a.xml")
		put(p, late...)
		return statements() - before
	})
}

func TestAnImportJoinsManyOrphansInTheStatementsOfOne(t *testing.T) {
	sameEverywhere(t, nil, func(p *projecttest.Project, drafts []defects.LinkDraft, late []defects.Draft, statements func() int64) int64 {
		arrive(p, "results/a.xml")
		put(p, late...)
		before := statements()
		link(p, drafts...)
		return statements() - before
	})
}
