package defects_test

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/comment"
	"github.com/asterism-qa/asterism/ent/gen/ent/defect"
	"github.com/asterism-qa/asterism/ent/gen/ent/membership"
	"github.com/asterism-qa/asterism/internal/defects"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/lifecycle"
	"github.com/asterism-qa/asterism/internal/projects/projecttest"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/store/storetest"
)

var everyStatus = []defect.Status{
	"NEW", "CONFIRMED", "ASSIGNED", "IN_PROGRESS", "RESOLVED", "VERIFIED", "CLOSED", "REOPENED", "REJECTED", "DEFERRED", "DUPLICATE",
}

func TestADefectMovesAsItsLifecycleSaysAndNotOtherwise(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		w := plant(t, s)
		other := w.new("other", "NEW")
		verbs := w.moves(other.ID)
		if len(verbs) != len(defects.Lifecycle.Moves) {
			t.Errorf("%d verbs for %d moves", len(verbs), len(defects.Lifecycle.Moves))
		}
		for _, move := range defects.Lifecycle.Moves {
			for _, from := range everyStatus {
				is := w.new(move.Verb+string(from), from)
				got, err := verbs[move.Verb](is, ptr("because"))
				if !slices.Contains(move.From, string(from)) {
					if !fault.Is(err, fault.Precondition) || !strings.Contains(err.Error(), "allowed: ") {
						t.Errorf("%s from %s: %v", move.Verb, from, err)
					}
					continue
				}
				if err != nil || string(got.Status) != move.To || got.Version != is.Version+1 {
					t.Errorf("%s from %s: %+v, %v", move.Verb, from, got, err)
					continue
				}
				if ended := move.To == "CLOSED" || move.To == "REJECTED" || move.To == "DUPLICATE"; ended != (got.EndedAt != nil) {
					t.Errorf("%s from %s ended at %v", move.Verb, from, got.EndedAt)
				}
				if n := w.Client.Comment.Query().Where(comment.DefectID(is.ID), comment.Text("because")).CountX(w.Ctx); n != 1 {
					t.Errorf("%s: the note became %d comments", move.Verb, n)
				}
			}
		}
	})
}

func TestADefectThatIsReopenedForgetsHowItEnded(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		w := plant(t, s)
		is := w.new("D", "CONFIRMED")
		is = must(w, defects.Resolve, defects.ResolveInput{ID: is.ID, ExpectedVersion: is.Version, Resolution: "FIXED", FixedInBuild: ptr("b")})
		if is.FixedInBuildID == nil || *is.Resolution != "FIXED" {
			t.Errorf("resolved: %+v", is)
		}
		is = must(w, defects.Close, lifecycle.Input{ID: is.ID, ExpectedVersion: is.Version})
		is = must(w, defects.Reopen, lifecycle.Input{ID: is.ID, ExpectedVersion: is.Version, Note: ptr("again")})
		if is.FixedInBuildID != nil || is.Resolution != nil || is.EndedAt != nil || is.DuplicateOfID != nil || is.Reopened != 1 {
			t.Errorf("reopened: %+v", is)
		}
	})
}

func TestAMoveIsRefusedForAReason(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		w := plant(t, s)
		is := w.new("D", "CONFIRMED")
		verbs := w.moves(ident.New(ident.Defect))
		stale := *is
		stale.Version++
		foreign := ident.New(ident.User)
		w.Write(func(ctx context.Context, tx *ent.Client) error {
			return tx.User.Create().SetID(foreign).SetLogin("stranger").SetName("Stranger").Exec(ctx)
		})
		resolve := func(resolution defect.Resolution, build *string) error {
			_, err := try(w, defects.Resolve, defects.ResolveInput{ID: is.ID, ExpectedVersion: is.Version, Resolution: resolution, FixedInBuild: build})
			return err
		}
		told := func(_ *ent.Defect, err error) error { return err }
		for name, c := range map[string]struct {
			err   error
			code  fault.Code
			field string
		}{
			"no note":             {told(verbs["defectReject"](is, ptr(" "))), fault.Invalid, "note"},
			"a note of bytes":     {told(verbs["defectStart"](is, ptr("\x00"))), fault.Invalid, "note"},
			"an old version":      {told(verbs["defectStart"](&stale, nil)), fault.Conflict, "expectedVersion"},
			"no such defect":      {told(verbs["defectStart"](&ent.Defect{ID: ident.New(ident.Defect)}, nil)), fault.NotFound, "id"},
			"no such original":    {told(verbs["defectMarkDuplicate"](is, nil)), fault.NotFound, "of"},
			"its own duplicate":   {told(w.moves(is.ID)["defectMarkDuplicate"](is, nil)), fault.Invalid, "of"},
			"resolved duplicate":  {resolve("DUPLICATE", nil), fault.Invalid, "resolution"},
			"no such resolution":  {resolve("GONE", nil), fault.Invalid, "resolution"},
			"no such build":       {resolve("FIXED", ptr("none")), fault.Invalid, "fixedInBuild"},
			"a build of no fix":   {resolve("WONT_FIX", ptr("b")), fault.Invalid, "fixedInBuild"},
			"an assignee outside": {told(try(w, defects.Assign, defects.AssignInput{ID: is.ID, ExpectedVersion: is.Version, Assignee: foreign})), fault.NotFound, "assignee"},
			"too long a note":     {told(verbs["defectStart"](is, ptr(strings.Repeat("é", 20_001)))), fault.Invalid, "note"},
		} {
			if !fault.Is(c.err, c.code) || strings.Join(fault.Of(c.err).Field, ".") != c.field {
				t.Errorf("%s: %v", name, c.err)
			}
		}
		w.as(membership.RoleVIEWER)
		if _, err := verbs["defectStart"](is, nil); !fault.Is(err, fault.Denied) {
			t.Errorf("by a mere viewer: %v", err)
		}
		w.as(membership.RoleTESTER)
		if _, err := verbs["defectStart"](is, nil); err != nil {
			t.Errorf("by a tester: %v", err)
		}
	})
}

func TestAnImportSaysWhenADefectEnded(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		w := plant(t, s)
		if is := w.new("D", "CLOSED"); is.EndedAt == nil || !is.EndedAt.Equal(projecttest.Now) {
			t.Errorf("made as closed: %v", is.EndedAt)
		}
		earlier := projecttest.Now.Add(-time.Hour)
		w.Write(func(ctx context.Context, tx *ent.Client) error {
			return tx.Defect.Update().SetEndedAt(earlier).Exec(ctx)
		})
		if is := w.new("D", "REJECTED"); !is.EndedAt.Equal(earlier) {
			t.Errorf("ended twice: %v", is.EndedAt)
		}
		if is := w.new("D", ""); is.EndedAt == nil {
			t.Error("a source that says nothing opened it again")
		}
		if is := w.new("D", "REOPENED"); is.EndedAt != nil {
			t.Errorf("open again: %v", is.EndedAt)
		}
	})
}

func TestAgeAndDueDayAreReadOffADefect(t *testing.T) {
	now := projecttest.Now
	ago := func(hours int) *time.Time { return ptr(now.Add(-time.Duration(hours) * time.Hour)) }
	for name, c := range map[string]struct {
		is      ent.Defect
		age     time.Duration
		overdue bool
	}{
		"open":     {ent.Defect{ReportedAt: *ago(5), DueAt: ago(1), Status: "NEW"}, 5 * time.Hour, true},
		"in time":  {ent.Defect{ReportedAt: *ago(5), DueAt: ago(-1), Status: "NEW"}, 5 * time.Hour, false},
		"undated":  {ent.Defect{ReportedAt: *ago(5), Status: "NEW"}, 5 * time.Hour, false},
		"resolved": {ent.Defect{ReportedAt: *ago(5), DueAt: ago(1), Status: "RESOLVED"}, 5 * time.Hour, false},
		"ended":    {ent.Defect{ReportedAt: *ago(5), DueAt: ago(4), EndedAt: ago(3), Status: "CLOSED"}, 2 * time.Hour, false},
		"ahead":    {ent.Defect{ReportedAt: *ago(-5), Status: "NEW"}, 0, false},
	} {
		if age, overdue := defects.Age(&c.is, now), defects.Overdue(&c.is, now); age != c.age || overdue != c.overdue {
			t.Errorf("%s: %v, %v", name, age, overdue)
		}
	}
}
