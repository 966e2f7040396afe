package cases_test

import (
	"context"
	"fmt"
	"testing"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/comment"
	"github.com/asterism-qa/asterism/ent/gen/ent/requirement"
	"github.com/asterism-qa/asterism/ent/gen/ent/tracelink"
	"github.com/asterism-qa/asterism/internal/cases"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/projects/projecttest"
	"github.com/asterism-qa/asterism/internal/requirements"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/store/storetest"
)

// away puts a requirement into the trash, or takes it out.
func (w *world) away(key string, gone bool) {
	w.Write(func(ctx context.Context, tx *ent.Client) error {
		update := tx.Requirement.Update().Where(requirement.Key(key)).AddVersion(1)
		if gone {
			return update.SetDeletedAt(projecttest.Now).Exec(ctx)
		}
		return update.ClearDeletedAt().Exec(ctx)
	})
}

func TestTheTrashTakesAllOrNothing(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		w := newWorld(t, s)
		put(w.Project, cases.Draft{Key: "A", Title: "a"}, cases.Draft{Key: "B", Title: "b"})
		a, b := w.tested("A").ID, w.tested("B").ID
		for name, c := range map[string]struct {
			ids  []ident.ID
			want string
		}{
			"nothing":            {nil, "ids"},
			"one twice":          {[]ident.ID{a, b, a}, "ids.2"},
			"one that is not":    {[]ident.ID{ident.New(ident.TestCase), a}, "ids.0"},
			"more than are done": {make([]ident.ID, 1_001), "ids"},
		} {
			if _, err := w.trashing(cases.Trash, c.ids...); paths(err) != c.want {
				t.Errorf("%s: %v", name, err)
			}
		}
		if n := w.Client.TestCase.Query().CountX(w.Ctx); n != 2 {
			t.Errorf("%d are left, want 2", n)
		}
		all, err := w.trashing(cases.Trash, b, a)
		w.ok(err)
		if len(all) != 2 || all[0].ID != b || all[0].DeletedAt == nil || all[0].Version != 2 || w.Client.TestCase.Query().CountX(w.Ctx) != 0 {
			t.Errorf("put away: %+v", all)
		}
		if all, err = w.trashing(cases.Trash, a); err != nil || all[0].Version != 2 {
			t.Errorf("put away again: %+v, %v", all, err)
		}
		w.refused(w.revise("A", cases.ReviseInput{Title: to("x")}), fault.NotFound)
		all, err = w.trashing(cases.Restore, a)
		w.ok(err)
		if len(all) != 1 || all[0].DeletedAt != nil || all[0].Version != 3 {
			t.Errorf("restored: %+v", all)
		}
		all, err = w.trashing(cases.Restore, b, a)
		w.ok(err)
		if len(all) != 2 || all[0].DeletedAt != nil || all[0].Version != 3 || all[1].Version != 3 {
			t.Errorf("restored, one of them again: %+v", all)
		}
	})
}

func TestAReasonForTheTrashIsKept(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		w := newWorld(t, s)
		put(w.Project, cases.Draft{Key: "A", Title: "a"})
		w.Write(func(ctx context.Context, tx *ent.Client) error {
			_, err := cases.Trash(ctx, tx, requirements.TrashInput{IDs: []ident.ID{w.tested("A").ID}, Reason: to("made by mistake")})
			return err
		})
		if said := w.Client.Comment.Query().Where(comment.TestCaseID(w.tested("A").ID)).OnlyX(w.Ctx).Text; said != "made by mistake" {
			t.Errorf("got %q", said)
		}
	})
}

func TestALinkWaitsWhileAnEndIsInTheTrash(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		w := newWorld(t, s)
		require(w.Project, requirements.Draft{Key: "R", Text: "old"})
		put(w.Project, cases.Draft{Key: "C", Title: "c"})
		trace(w.Project, cases.LinkDraft{Requirement: "R", Case: "C"})
		id := w.tested("C").ID
		trashed := func(verb func(context.Context, *ent.Client, requirements.TrashInput) ([]*ent.TestCase, error)) {
			t.Helper()
			_, err := w.trashing(verb, id)
			w.ok(err)
		}
		trashed(cases.Trash)
		w.says("C", tracelink.StateORPHANED, "C is in the trash", "")
		w.away("R", true)
		w.says("C", tracelink.StateORPHANED, "R and C are in the trash", "")
		trashed(cases.Restore)
		w.says("C", tracelink.StateORPHANED, "R is in the trash", "")
		w.away("R", false)
		w.says("C", tracelink.StateVALID, "", "")

		trashed(cases.Trash)
		require(w.Project, requirements.Draft{Key: "R", Text: "new"})
		w.says("C", tracelink.StateORPHANED, "C is in the trash", "")
		trashed(cases.Restore)
		w.says("C", tracelink.StateSUSPECT, "requirement v1 → v2: TEXT", "REQUIREMENT.TEXT")
		w.away("R", true)
		w.says("C", tracelink.StateORPHANED, "R is in the trash", "")
		w.away("R", false)
		w.says("C", tracelink.StateSUSPECT, "requirement v1 → v2: TEXT", "REQUIREMENT.TEXT")
	})
}

func TestARetiredLinkStaysRetiredThroughTheTrash(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		w := newWorld(t, s)
		require(w.Project, requirements.Draft{Key: "R"})
		put(w.Project, cases.Draft{Key: "C", Title: "c"})
		trace(w.Project, cases.LinkDraft{Requirement: "R", Case: "C"})
		w.away("R", true)
		one := w.linked("C")
		w.ok(w.decide(cases.RetireLinks, "gone", one))
		w.away("R", false)
		w.says("C", tracelink.StateCLOSED, "gone", "")
	})
}

func TestWhatComesBackIsAdopted(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		w := newWorld(t, s)
		require(w.Project, requirements.Draft{Key: "R"}, requirements.Draft{Key: "S"})
		put(w.Project, cases.Draft{Key: "C", Title: "c"})
		trace(w.Project, cases.LinkDraft{Requirement: "R", Case: "C"})
		id := w.tested("C").ID
		_, err := w.trashing(cases.Trash, id)
		w.ok(err)
		trace(w.Project, cases.LinkDraft{Requirement: "R", Case: "C"}, cases.LinkDraft{Requirement: "S", Case: "C"})
		_, err = w.trashing(cases.Restore, id)
		w.ok(err)
		states := map[string]tracelink.State{}
		for _, one := range w.Client.TraceLink.Query().Where(tracelink.StateNEQ(tracelink.StateCLOSED)).WithRequirement().AllX(w.Ctx) {
			states[one.Edges.Requirement.Key] = one.State
		}
		closed := w.Client.TraceLink.Query().Where(tracelink.StateEQ(tracelink.StateCLOSED)).CountX(w.Ctx)
		if len(states) != 2 || states["R"] != tracelink.StateVALID || states["S"] != tracelink.StateVALID || closed != 1 {
			t.Errorf("the links are %v, and %d CLOSED", states, closed)
		}
	})
}

func TestALinkThatWaitedIsHeldAgainstWhatItsOtherEndIsNow(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		w := newWorld(t, s)
		require(w.Project, requirements.Draft{Key: "R", Text: "old"}, requirements.Draft{Key: "S"})
		trace(w.Project, cases.LinkDraft{Requirement: "R", Case: "C"}, cases.LinkDraft{Requirement: "S", Case: "D"})
		require(w.Project, requirements.Draft{Key: "R", Text: "new"})
		w.away("S", true)
		put(w.Project, cases.Draft{Key: "C", Title: "c"}, cases.Draft{Key: "D", Title: "d"})
		w.says("C", tracelink.StateSUSPECT, "requirement v1 → v2: TEXT", "REQUIREMENT.TEXT")
		w.says("D", tracelink.StateORPHANED, "S is in the trash", "")
		w.away("S", false)
		w.says("D", tracelink.StateVALID, "", "")
	})
}

func TestAdoptingManyLinksTakesNoMoreStatementsThanOne(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		took := map[int]int64{}
		for n, in := range map[int]*store.Store{1: again(t, s), 300: s} {
			w := newWorld(t, in)
			var links []cases.LinkDraft
			for i := range n {
				put(w.Project, cases.Draft{Key: fmt.Sprintf("C%d", i), Title: "c"})
				links = append(links, cases.LinkDraft{Requirement: "R", Case: fmt.Sprintf("C%d", i)})
			}
			trace(w.Project, links...)
			before := in.Statements.Count()
			require(w.Project, requirements.Draft{Key: "R"})
			took[n] = in.Statements.Count() - before
			if held := w.Client.TraceLink.Query().Where(tracelink.StateEQ(tracelink.StateVALID), tracelink.RequirementVersion(1), tracelink.Version(2)).CountX(w.Ctx); held != n {
				t.Errorf("%d of %d are VALID", held, n)
			}
		}
		if took[1] != took[300] {
			t.Errorf("statements by links: %v", took)
		}
	})
}
