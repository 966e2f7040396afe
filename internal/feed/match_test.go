package feed_test

import (
	"context"
	"fmt"
	"runtime"
	"testing"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/execution"
	"github.com/asterism-qa/asterism/ent/gen/ent/release"
	"github.com/asterism-qa/asterism/internal/clock"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/feed"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/viewer"
)

// titled describes one of the releases.
func titled(w *workspace) func(context.Context, *ent.Client) error {
	return func(ctx context.Context, tx *ent.Client) error {
		_, err := tx.Release.Update().Where(release.Key("a-1"), release.ProjectID(w.project.ID)).SetDescription("what it brings").AddVersion(1).Save(ctx)
		return err
	}
}

// spread makes a number of cases, executions, defects and links of every kind that have nothing to do with each other but
// one in ten with a requirement, which it gives.
func spread(t *testing.T, w *workspace, n int) (root ident.ID) {
	t.Helper()
	w.write(t, func(ctx context.Context, tx *ent.Client) error {
		p, now := w.project.ID, clock.Now(ctx)
		root = tx.Requirement.Create().SetProjectID(p).SetKey(fmt.Sprint("R", n)).SetTitle("r").SaveX(ctx).ID
		other := tx.Requirement.Create().SetProjectID(p).SetKey(fmt.Sprint("O", n)).SetTitle("o").SaveX(ctx).ID
		for i := range n {
			key, to := fmt.Sprintf("%d-%d", n, i), other
			if i%10 == 0 {
				to = root
			}
			child := tx.Requirement.Create().SetProjectID(p).SetKey(key).SetTitle("x").SaveX(ctx).ID
			c := tx.TestCase.Create().SetProjectID(p).SetKey(key).SetTitle("c").SaveX(ctx).ID
			e := tx.Execution.Create().SetProjectID(p).SetTestCaseID(c).SetTestCaseVersion(1).SetStatus(execution.StatusFAILED).SetExecutedAt(now).SetFingerprint(key).SaveX(ctx).ID
			d := tx.Defect.Create().SetProjectID(p).SetKey(key).SetTitle("d").SaveX(ctx).ID
			tx.RequirementLink.Create().SetProjectID(p).SetParentID(to).SetChildID(child).SaveX(ctx)
			tx.TraceLink.Create().SetProjectID(p).SetRequirementID(child).SetTestCaseID(c).SaveX(ctx)
			tx.DefectLink.Create().SetProjectID(p).SetDefectID(d).SetExecutionID(e).SaveX(ctx)
			tx.FailureSignature.Create().SetProjectID(p).SetHash(key).SetText("f").SetFirstSeenAt(now).SetLastSeenAt(now).SetDefectID(d).SaveX(ctx)
			tx.Comment.Create().SetProjectID(p).SetText("t").SetDefectID(d).SaveX(ctx)
		}
		return nil
	})
	return root
}

func TestABatchCostsTheSameHoweverManyChangesItHolds(t *testing.T) {
	each(t, func(t *testing.T, w *workspace) {
		var costs []int64
		for _, n := range []int{10, 56} {
			start, err := w.feed.Now(t.Context(), w.project)
			if err != nil {
				t.Fatal(err)
			}
			root := spread(t, w, n)
			page, err := w.feed.Read(w.editor, w.project, start, feed.Filter{}, 1000)
			if err != nil || len(page.Changes) != 9*n+2 {
				t.Fatalf("%d changes, %v", len(page.Changes), err)
			}
			before := w.Statements.Count()
			got, err := w.feed.Matcher(w.project.ID, feed.Filter{Requirements: []ident.ID{root}}).Match(w.editor, page.Changes)
			if err != nil {
				t.Fatal(err)
			}
			costs = append(costs, w.Statements.Count()-before)
			passed := 0
			for _, one := range got {
				if one {
					passed++
				}
			}
			if want := 1 + (n+9)/10*9; passed != want {
				t.Errorf("%d of %d pass, want %d", passed, len(got), want)
			}
		}
		if costs[0] != costs[1] || costs[0] > 14 {
			t.Errorf("the batches cost %v statements", costs)
		}
	})
}

func TestReadersOfTheSameRootsShareWhatIsReadUntilTheyAreGone(t *testing.T) {
	each(t, func(t *testing.T, w *workspace) {
		root := spread(t, w, 10)
		page, err := w.feed.Read(w.editor, w.project, nil, feed.Filter{}, 1000)
		if err != nil {
			t.Fatal(err)
		}
		filter := feed.Filter{Requirements: []ident.ID{root}, EntityTypes: []string{"REQUIREMENT"}}
		cost := func(m feed.Matcher) int {
			t.Helper()
			before := w.Statements.Count()
			if _, err := m.Match(w.editor, page.Changes); err != nil {
				t.Fatal(err)
			}
			return int(w.Statements.Count() - before)
		}
		first, second := w.feed.Matcher(w.project.ID, filter), w.feed.Matcher(w.project.ID, filter)
		if one, other := cost(first), cost(second); one == 0 || other != 0 {
			t.Errorf("the first costs %d statements and the second %d", one, other)
		}
		runtime.KeepAlive(first)
		runtime.KeepAlive(second)
		for range 1000 { // cleanups run beside the collector
			if runtime.GC(); w.feed.Around() == 0 {
				return
			}
			runtime.Gosched()
		}
		t.Errorf("%d neighbourhoods are kept for nobody", w.feed.Around())
	})
}

func TestAStrangerIsToldNothingAndSpoilsNothingForMembers(t *testing.T) {
	each(t, func(t *testing.T, w *workspace) {
		root := spread(t, w, 10)
		page, err := w.feed.Read(w.editor, w.project, nil, feed.Filter{}, 1000)
		if err != nil {
			t.Fatal(err)
		}
		filter := feed.Filter{Requirements: []ident.ID{root}}
		stranger := viewer.With(t.Context(), viewer.Viewer{User: ident.New(ident.User)})
		if got, err := w.feed.Matcher(w.project.ID, filter).Match(stranger, page.Changes); !fault.Is(err, fault.NotFound) {
			t.Errorf("a stranger is told %v, %v", got, err)
		}
		got, err := w.feed.Matcher(w.project.ID, filter).Match(w.editor, page.Changes)
		passed := 0
		for _, one := range got {
			if one {
				passed++
			}
		}
		if err != nil || passed != 10 {
			t.Errorf("%d pass for a member, %v", passed, err)
		}
	})
}
