package feed_test

import (
	"context"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/defectlink"
	"github.com/asterism-qa/asterism/ent/gen/ent/requirementlink"
	"github.com/asterism-qa/asterism/ent/gen/ent/tracelink"
	"github.com/asterism-qa/asterism/internal/clock"
	"github.com/asterism-qa/asterism/internal/ident"
)

// happen does one thing or another.
func (w *world) happen(ctx context.Context, tx *ent.Client) error {
	switch w.random.IntN(10) {
	case 0:
		w.create(ctx, tx, w.random.IntN(7))
	case 1, 2, 3:
		w.link(ctx, tx, w.random.IntN(6))
	case 4:
		w.say(ctx, tx, w.random.IntN(5))
	case 5:
		return w.forget(ctx, tx)
	case 6, 7:
		return w.turn(ctx, tx)
	default:
		return w.move(ctx, tx)
	}
	return nil
}

// move changes what a thing names.
func (w *world) move(ctx context.Context, tx *ent.Client) error {
	switch w.random.IntN(9) {
	case 0, 1:
		q := tx.Requirement.UpdateOneID(w.one(ident.Requirement)).AddVersion(1)
		if parent := w.some(ident.Requirement); parent != nil {
			return q.SetParentID(*parent).Exec(ctx)
		}
		return q.ClearParentID().Exec(ctx)
	case 2:
		q := tx.Requirement.UpdateOneID(w.one(ident.Requirement)).AddVersion(1)
		if target := w.some(ident.Release); target != nil {
			return q.SetReleaseID(*target).Exec(ctx)
		}
		return q.ClearReleaseID().Exec(ctx)
	case 3:
		return tx.Build.UpdateOneID(w.one(ident.Build)).SetReleaseID(w.one(ident.Release)).AddVersion(1).Exec(ctx)
	case 4:
		return tx.TestCycle.UpdateOneID(w.one(ident.TestCycle)).SetBuildID(w.one(ident.Build)).AddVersion(1).Exec(ctx)
	case 5:
		return tx.Execution.UpdateOneID(w.one(ident.Execution)).SetCycleID(w.one(ident.TestCycle)).SetMessage(w.key()).Exec(ctx)
	case 6:
		return tx.TestCase.UpdateOneID(w.one(ident.TestCase)).SetLastExecutionID(w.one(ident.Execution)).AddVersion(1).Exec(ctx)
	case 7:
		return tx.Defect.UpdateOneID(w.one(ident.Defect)).SetFoundInBuildID(w.one(ident.Build)).SetDuplicateOfID(w.one(ident.Defect)).AddVersion(1).Exec(ctx)
	}
	if id := w.some(ident.FailureSignature); id != nil {
		return tx.FailureSignature.UpdateOneID(*id).SetDefectID(w.one(ident.Defect)).AddVersion(1).Exec(ctx)
	}
	return nil
}

// turn changes things where they are: states of links, the trash, ends that are found, and words.
func (w *world) turn(ctx context.Context, tx *ent.Client) error {
	switch w.random.IntN(7) {
	case 0:
		if id := w.some(ident.RequirementLink); id != nil {
			return tx.RequirementLink.UpdateOneID(*id).SetState([]requirementlink.State{"VALID", "SUSPECT", "CLOSED", "CLOSED"}[w.random.IntN(4)]).Exec(ctx)
		}
	case 1:
		if id := w.some(ident.TraceLink); id != nil {
			q := tx.TraceLink.UpdateOneID(*id).SetState([]tracelink.State{"VALID", "SUSPECT", "CLOSED", "CLOSED"}[w.random.IntN(4)])
			if l := tx.TraceLink.GetX(ctx, *id); l.RequirementID == nil {
				if r := w.one(ident.Requirement); w.fresh(r, *l.TestCaseID) {
					q.SetRequirementID(r)
				}
			}
			return q.Exec(ctx)
		}
	case 2:
		if id := w.some(ident.DefectLink); id != nil {
			q := tx.DefectLink.UpdateOneID(*id).SetState([]defectlink.State{"VALID", "CLOSED"}[w.random.IntN(2)])
			if l := tx.DefectLink.GetX(ctx, *id); l.UnresolvedKey != "" && l.RequirementID == nil {
				if r := w.one(ident.Requirement); w.fresh(*l.DefectID, r) {
					q.SetRequirementID(r)
				}
			}
			return q.Exec(ctx)
		}
	case 3:
		return tx.Requirement.UpdateOneID(w.one(ident.Requirement)).SetDeletedAt(clock.Now(ctx)).AddVersion(1).Exec(ctx)
	case 4:
		return tx.Defect.UpdateOneID(w.one(ident.Defect)).SetTitle(w.key()).SetDeletedAt(clock.Now(ctx)).AddVersion(1).Exec(ctx)
	case 5:
		return tx.TestCase.UpdateOneID(w.one(ident.TestCase)).SetTitle(w.key()).SetDeletedAt(clock.Now(ctx)).AddVersion(1).Exec(ctx)
	case 6:
		return tx.Requirement.UpdateOneID(w.one(ident.Requirement)).SetTitle(w.key()).ClearDeletedAt().AddVersion(1).Exec(ctx)
	}
	return nil
}

// forget deletes something that nothing else names.
func (w *world) forget(ctx context.Context, tx *ent.Client) error {
	kinds := []ident.Kind{ident.RequirementLink, ident.TraceLink, ident.DefectLink, ident.Comment, ident.Tag, ident.SuiteMember}
	id := w.some(kinds[w.random.IntN(len(kinds))])
	if id == nil {
		return nil
	}
	w.drop(*id)
	switch id.Kind() {
	case ident.RequirementLink:
		return tx.RequirementLink.DeleteOneID(*id).Exec(ctx)
	case ident.TraceLink:
		return tx.TraceLink.DeleteOneID(*id).Exec(ctx)
	case ident.DefectLink:
		return tx.DefectLink.DeleteOneID(*id).Exec(ctx)
	case ident.Comment:
		return tx.Comment.DeleteOneID(*id).Exec(ctx)
	case ident.Tag:
		return tx.Tag.DeleteOneID(*id).Exec(ctx)
	}
	return tx.SuiteMember.DeleteOneID(*id).Exec(ctx)
}
