package cases_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/project"
	"github.com/asterism-qa/asterism/ent/gen/ent/testcase"
	"github.com/asterism-qa/asterism/ent/gen/ent/tracelink"
	"github.com/asterism-qa/asterism/ent/schema"
	"github.com/asterism-qa/asterism/internal/cases"
	"github.com/asterism-qa/asterism/internal/changes"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/projects/projecttest"
	"github.com/asterism-qa/asterism/internal/requirements"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/store/storetest"
)

// linked is the one link to a case.
func (w *world) linked(key string) *ent.TraceLink {
	w.t.Helper()
	return w.Client.TraceLink.Query().Where(tracelink.TestCaseID(w.tested(key).ID)).OnlyX(w.Ctx)
}

// says makes sure that the one link to a case is in a state, for a reason, because of some fields.
func (w *world) says(key string, state tracelink.State, reason, fields string) {
	w.t.Helper()
	got := w.linked(key)
	if got.State != state || got.Reason != reason || strings.Join(got.ChangedFields, " ") != fields {
		w.t.Errorf("the link to %s is %s because %q of %v, want %s because %q of [%s]", key, got.State, got.Reason, got.ChangedFields, state, reason, fields)
	}
}

func TestASuspectLinkSaysWhatHasChangedAtBothEnds(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		w := newWorld(t, s)
		require(w.Project, requirements.Draft{Key: "R", Title: "r", Text: "old"})
		put(w.Project, cases.Draft{Key: "C", Title: "c", Steps: []schema.Step{{Action: "a"}}})
		trace(w.Project, cases.LinkDraft{Requirement: "R", Case: "C"})
		w.says("C", tracelink.StateVALID, "", "")

		require(w.Project, requirements.Draft{Key: "R", Title: "r", Text: "new"})
		w.says("C", tracelink.StateSUSPECT, "requirement v1 → v2: TEXT", "REQUIREMENT.TEXT")
		w.ok(w.revise("C", cases.ReviseInput{Steps: []schema.Step{{Action: "b"}}, Title: to("d")}))
		w.says("C", tracelink.StateSUSPECT, "requirement v1 → v2: TEXT; test case v1 → v2: TITLE, STEPS",
			"REQUIREMENT.TEXT TEST_CASE.TITLE TEST_CASE.STEPS")
		if got := w.linked("C"); got.Version != 3 || got.RequirementVersion != 1 || got.TestCaseVersion != 1 {
			t.Errorf("version %d, pinned to %d and %d", got.Version, got.RequirementVersion, got.TestCaseVersion)
		}
		require(w.Project, requirements.Draft{Key: "R", Title: "r", Text: "old"})
		w.says("C", tracelink.StateSUSPECT, "test case v1 → v2: TITLE, STEPS", "TEST_CASE.TITLE TEST_CASE.STEPS")
		w.ok(w.revise("C", cases.ReviseInput{Steps: []schema.Step{{Action: "a"}}, Title: to("c")}))
		w.says("C", tracelink.StateSUSPECT, "nothing that counts differs any more; affirm it", "")
	})
}

func TestOnlyFieldsThatCountMakeALinkSuspect(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		w := newWorld(t, s)
		w.Write(func(ctx context.Context, tx *ent.Client) error {
			return tx.Project.Update().Where(project.ID(w.ID)).
				SetRequirementFieldsThatCount([]string{"TEXT"}).SetCaseFieldsThatCount([]string{"STEPS", "TITLE"}).Exec(ctx)
		})
		require(w.Project, requirements.Draft{Key: "R", Title: "r", Text: "t"})
		put(w.Project, cases.Draft{Key: "C", Title: "c"})
		trace(w.Project, cases.LinkDraft{Requirement: "R", Case: "C"})
		require(w.Project, requirements.Draft{Key: "R", Title: "other", Text: "t"})
		w.ok(w.revise("C", cases.ReviseInput{Description: to("other")}))
		w.says("C", tracelink.StateVALID, "", "")
		if got := w.linked("C"); got.Version != 1 || got.RequirementVersion != 1 || got.TestCaseVersion != 1 {
			t.Errorf("the link was touched: %+v", got)
		}
		w.ok(w.revise("C", cases.ReviseInput{Precondition: to("other"), Title: to("d")}))
		w.says("C", tracelink.StateSUSPECT, "test case v1 → v3: TITLE", "TEST_CASE.TITLE")
	})
}

func TestALinkForAVersionThatNobodyHasIsSuspect(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		w := newWorld(t, s)
		require(w.Project, requirements.Draft{Key: "R"})
		put(w.Project, cases.Draft{Key: "C", Title: "c"})
		trace(w.Project, cases.LinkDraft{Requirement: "R", Case: "C"})
		w.Write(func(ctx context.Context, tx *ent.Client) error {
			return tx.TraceLink.Update().SetTestCaseVersion(7).Exec(ctx)
		})
		w.ok(w.revise("C", cases.ReviseInput{Title: to("d")}))
		w.says("C", tracelink.StateSUSPECT, "test case v7 → v2", "")
	})
}

// fan is a requirement with as many linked cases.
func fan(w *world, n int) {
	var drafts []cases.Draft
	var links []cases.LinkDraft
	for i := range n {
		key := fmt.Sprintf("C%d", i)
		drafts, links = append(drafts, cases.Draft{Key: key, Title: "c"}), append(links, cases.LinkDraft{Requirement: "R", Case: key})
	}
	require(w.Project, requirements.Draft{Key: "R", Text: "0"})
	put(w.Project, drafts...)
	trace(w.Project, links...)
}

func TestAFanOutIsOneChangeOfEachLinkInTheSameStatements(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		took := map[int]int{}
		for _, n := range []int{1, 700} {
			s := s
			if n == 1 {
				s = again(t, s)
			}
			links := 0
			watch := func(_ context.Context, _ *ent.Client, news []changes.Change) error {
				for _, c := range news {
					if c.Entity.Kind() == ident.TraceLink && c.Op == changes.Update {
						links++
						if !c.Touches(tracelink.FieldState) || !c.Touches(tracelink.FieldChangedFields) || !c.Touches(tracelink.FieldReason) {
							t.Errorf("the change says %v", c.Fields)
						}
					}
				}
				return nil
			}
			w := &world{projecttest.New(t, s, cases.Suspect, watch), t, s}
			fan(w, n)
			before := s.Statements.Count()
			require(w.Project, requirements.Draft{Key: "R", Text: "1"})
			took[n] = int(s.Statements.Count() - before)
			if suspect := w.Client.TraceLink.Query().Where(tracelink.StateEQ(tracelink.StateSUSPECT), tracelink.Version(2)).CountX(w.Ctx); suspect != n || links != n {
				t.Errorf("%d of %d links are SUSPECT in version 2, after %d changes", suspect, n, links)
			}
		}
		if took[1] != took[700] {
			t.Errorf("statements by links: %v", took)
		}
	})
}

// again opens a further database of the same kind.
func again(t *testing.T, s *store.Store) *store.Store {
	if strings.HasSuffix(t.Name(), "postgres") {
		return storetest.Postgres(t)
	}
	return storetest.SQLite(t)
}

func TestAnImportThatChangesBothEndsChangesALinkOnce(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		w := newWorld(t, s)
		fan(w, 600)
		w.Write(func(ctx context.Context, tx *ent.Client) error {
			if _, err := requirements.Put(ctx, tx, w.Project.Project, []requirements.Draft{{Key: "R", Text: "1"}}, projecttest.Now); err != nil {
				return err
			}
			var drafts []cases.Draft
			for i := range 600 {
				drafts = append(drafts, cases.Draft{Key: fmt.Sprintf("C%d", i), Title: "d"})
			}
			_, err := cases.Put(ctx, tx, w.Project.Project, drafts, projecttest.Now)
			return err
		})
		all := w.Client.TraceLink.Query().AllX(w.Ctx)
		for _, one := range all {
			if one.Version != 2 || !slices.Equal(one.ChangedFields, []string{"REQUIREMENT.TEXT", "TEST_CASE.TITLE"}) {
				t.Fatalf("a link in version %d: %v", one.Version, one.ChangedFields)
			}
		}
		if n := w.Client.TestCase.Query().Where(testcase.ContentVersion(2)).CountX(w.Ctx); len(all) != 600 || n != 600 {
			t.Errorf("%d links, %d cases", len(all), n)
		}
	})
}
