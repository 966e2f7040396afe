package feed_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/defectlink"
	"github.com/asterism-qa/asterism/ent/gen/ent/execution"
	"github.com/asterism-qa/asterism/ent/gen/ent/requirementlink"
	"github.com/asterism-qa/asterism/ent/gen/ent/tracelink"
	"github.com/asterism-qa/asterism/internal/clock"
	"github.com/asterism-qa/asterism/internal/ident"
)

// world is a small project in which anything happens.
type world struct {
	*workspace
	random *rand.Rand
	made   int
	ids    map[ident.Kind][]ident.ID
	pairs  map[[2]ident.ID]bool // linked once, so that no link is made twice
}

// one is a thing of a kind; some is one or nothing.
func (w *world) one(kind ident.Kind) ident.ID {
	return w.ids[kind][w.random.IntN(len(w.ids[kind]))]
}

func (w *world) some(kind ident.Kind) *ident.ID {
	if len(w.ids[kind]) == 0 || w.random.IntN(3) == 0 {
		return nil
	}
	id := w.one(kind)
	return &id
}

// fresh tells whether two things were not linked yet, and takes note.
func (w *world) fresh(a, b ident.ID) bool {
	pair := [2]ident.ID{a, b}
	isFresh := !w.pairs[pair]
	w.pairs[pair] = true
	return isFresh
}

func (w *world) key() string { w.made++; return fmt.Sprintf("K-%d", w.made) }

func (w *world) keep(id ident.ID) { w.ids[id.Kind()] = append(w.ids[id.Kind()], id) }

func (w *world) drop(id ident.ID) {
	w.ids[id.Kind()] = slices.DeleteFunc(w.ids[id.Kind()], func(other ident.ID) bool { return other == id })
}

// plant makes a few of everything.
func (w *world) plant(t *testing.T) {
	t.Helper()
	w.write(t, func(ctx context.Context, tx *ent.Client) error {
		for range 2 {
			w.keep(tx.Release.Create().SetProjectID(w.project.ID).SetKey(w.key()).SetName("r").SaveX(ctx).ID)
			w.keep(tx.Suite.Create().SetProjectID(w.project.ID).SetName(w.key()).SaveX(ctx).ID)
		}
		for range 3 {
			for _, act := range []int{0, 0, 1, 2, 3, 4, 5} {
				w.create(ctx, tx, act)
			}
		}
		return nil
	})
}

// create makes a thing of the main kinds.
func (w *world) create(ctx context.Context, tx *ent.Client, which int) {
	p := w.project.ID
	switch which {
	case 0:
		w.keep(tx.Requirement.Create().SetProjectID(p).SetKey(w.key()).SetTitle("r").SetNillableParentID(w.some(ident.Requirement)).
			SetNillableReleaseID(w.some(ident.Release)).SaveX(ctx).ID)
	case 1:
		w.keep(tx.TestCase.Create().SetProjectID(p).SetKey(w.key()).SetTitle("c").SaveX(ctx).ID)
	case 2:
		w.keep(tx.Build.Create().SetProjectID(p).SetKey(w.key()).SetName("b").SetNillableReleaseID(w.some(ident.Release)).SaveX(ctx).ID)
	case 3:
		w.keep(tx.TestCycle.Create().SetProjectID(p).SetKey(w.key()).SetName("y").SetNillableBuildID(w.some(ident.Build)).SaveX(ctx).ID)
	case 4:
		w.keep(tx.Execution.Create().SetProjectID(p).SetTestCaseID(w.one(ident.TestCase)).SetTestCaseVersion(1).SetStatus(execution.StatusPASSED).
			SetExecutedAt(clock.Now(ctx)).SetFingerprint(w.key()).SetNillableBuildID(w.some(ident.Build)).SetNillableCycleID(w.some(ident.TestCycle)).SaveX(ctx).ID)
	case 5:
		w.keep(tx.Defect.Create().SetProjectID(p).SetKey(w.key()).SetTitle("d").SetNillableFoundInBuildID(w.some(ident.Build)).
			SetNillableFixedInBuildID(w.some(ident.Build)).SetNillableDuplicateOfID(w.some(ident.Defect)).SaveX(ctx).ID)
	case 6:
		w.keep(tx.FailureSignature.Create().SetProjectID(p).SetHash(w.key()).SetText("f").SetFirstSeenAt(clock.Now(ctx)).SetLastSeenAt(clock.Now(ctx)).
			SetNillableDefectID(w.some(ident.Defect)).SaveX(ctx).ID)
	}
}

// link joins two things, or leaves an end open to be found later.
func (w *world) link(ctx context.Context, tx *ent.Client, which int) {
	p := w.project.ID
	switch which {
	case 0:
		a, b := w.one(ident.Requirement), w.one(ident.Requirement)
		if role := requirementlink.RoleREFINES; a != b && w.fresh(a, b) {
			if w.random.IntN(4) == 0 {
				role = requirementlink.RoleRELATES
			}
			w.keep(tx.RequirementLink.Create().SetProjectID(p).SetParentID(a).SetChildID(b).SetRole(role).SaveX(ctx).ID)
		}
	case 1:
		a, b := w.one(ident.Requirement), w.one(ident.TestCase)
		if w.fresh(a, b) {
			w.keep(tx.TraceLink.Create().SetProjectID(p).SetRequirementID(a).SetTestCaseID(b).SaveX(ctx).ID)
		}
	case 2:
		w.keep(tx.TraceLink.Create().SetProjectID(p).SetTestCaseID(w.one(ident.TestCase)).SetState(tracelink.StateORPHANED).SetUnresolvedKey("x").SaveX(ctx).ID)
	case 3:
		w.keep(tx.DefectLink.Create().SetProjectID(p).SetDefectID(w.one(ident.Defect)).SetState(defectlink.StateORPHANED).SetUnresolvedKey("x").SaveX(ctx).ID)
	default:
		to := w.one([]ident.Kind{ident.Requirement, ident.TestCase, ident.Execution}[w.random.IntN(3)])
		if d := w.one(ident.Defect); w.fresh(d, to) {
			made := tx.DefectLink.Create().SetProjectID(p).SetDefectID(d)
			switch to.Kind() {
			case ident.Requirement:
				made.SetRequirementID(to)
			case ident.TestCase:
				made.SetTestCaseID(to)
			default:
				made.SetExecutionID(to)
			}
			w.keep(made.SaveX(ctx).ID)
		}
	}
}

// say adds what hangs on something.
func (w *world) say(ctx context.Context, tx *ent.Client, which int) {
	about := []ident.Kind{ident.Requirement, ident.TestCase, ident.Execution, ident.Defect}[w.random.IntN(4)]
	id, p := w.one(about), w.project.ID
	only := func(kind ident.Kind) *ident.ID {
		if kind == about {
			return &id
		}
		return nil
	}
	switch which {
	case 0:
		w.keep(tx.Comment.Create().SetProjectID(p).SetText("t").SetNillableRequirementID(only(ident.Requirement)).SetNillableTestCaseID(only(ident.TestCase)).
			SetNillableExecutionID(only(ident.Execution)).SetNillableDefectID(only(ident.Defect)).SaveX(ctx).ID)
	case 1:
		w.keep(tx.Tag.Create().SetProjectID(p).SetName(w.key()).SetFolded(w.key()).SetNillableRequirementID(only(ident.Requirement)).SetNillableTestCaseID(only(ident.TestCase)).
			SetNillableExecutionID(only(ident.Execution)).SetNillableDefectID(only(ident.Defect)).SaveX(ctx).ID)
	case 2:
		w.keep(tx.ExternalReference.Create().SetProjectID(p).SetSystem("jira").SetKind("x").SetExternalID(w.key()).SetEntityID(id).SaveX(ctx).ID)
	case 3:
		if s, c := w.one(ident.Suite), w.one(ident.TestCase); w.fresh(s, c) {
			w.keep(tx.SuiteMember.Create().SetProjectID(p).SetSuiteID(s).SetTestCaseID(c).SaveX(ctx).ID)
		}
	default:
		w.keep(tx.TestCaseVersion.Create().SetProjectID(p).SetTestCaseID(w.one(ident.TestCase)).SetNumber(w.made + 2).SetTitle("c").SetContentHash(w.key()).SaveX(ctx).ID)
	}
}
