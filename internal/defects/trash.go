package defects

import (
	"context"
	"slices"
	"strconv"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/defect"
	"github.com/asterism-qa/asterism/ent/gen/ent/membership"
	"github.com/asterism-qa/asterism/ent/gen/ent/predicate"
	"github.com/asterism-qa/asterism/internal/clock"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/lifecycle"
	"github.com/asterism-qa/asterism/internal/people"
	"github.com/asterism-qa/asterism/internal/projects"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
	"github.com/asterism-qa/asterism/internal/requirements"
)

// Trash puts defects out of sight; their links stay as they are. The reason becomes a comment on each. What is there
// already stays as it is.
func Trash(ctx context.Context, tx *ent.Client, in requirements.TrashInput) ([]*ent.Defect, error) {
	return throw(ctx, tx, in, true)
}

// Restore takes defects out of the trash.
func Restore(ctx context.Context, tx *ent.Client, in requirements.TrashInput) ([]*ent.Defect, error) {
	return throw(ctx, tx, in, false)
}

func throw(ctx context.Context, tx *ent.Client, in requirements.TrashInput, away bool) ([]*ent.Defect, error) {
	var check fault.Check
	if len(in.IDs) == 0 || len(in.IDs) > most {
		check.Fail("name at least one defect, and at most 1,000 at once", "ids")
	}
	if err := check.Note(checkLength("reason", maxNote, lifecycle.Say(in.Reason))); err != nil {
		return nil, err
	}
	if err := check.Err(); err != nil {
		return nil, err
	}
	all := people.IncludingTrash(ctx)
	found, err := tx.Defect.Query().Where(bulk.IDs[predicate.Defect](defect.FieldID, in.IDs), bulk.Lock[predicate.Defect]()).
		Unique(false).Order(ent.Asc(defect.FieldID)).All(all)
	if err != nil {
		return nil, err
	}
	byID, projectIDs := make(map[ident.ID]*ent.Defect, len(found)), map[ident.ID]bool{}
	for _, one := range found {
		byID[one.ID], projectIDs[one.ProjectID] = one, true
	}
	for i, id := range in.IDs {
		if byID[id] == nil {
			return nil, notThere("ids", strconv.Itoa(i))
		}
	}
	for id := range projectIDs {
		if _, err := projects.For(ctx, tx, id, membership.RoleEDITOR); err != nil {
			return nil, err
		}
	}
	if len(projectIDs) > 1 {
		return nil, fault.New(fault.Invalid, "the defects lie in several projects; name those of one at a time").At("ids")
	}
	ids := slices.Compact(slices.SortedFunc(slices.Values(in.IDs), func(a, b ident.ID) int { return slices.Compare(a[:], b[:]) }))
	found = slices.DeleteFunc(found, func(one *ent.Defect) bool { return away == (one.DeletedAt != nil) }) // nothing to do for these
	changing := make([]ident.ID, len(found))
	for i, one := range found {
		changing[i] = one.ID
	}
	update := tx.Defect.Update().Where(bulk.IDs[predicate.Defect](defect.FieldID, changing)).AddVersion(1)
	if away {
		update.SetDeletedAt(clock.Now(ctx))
	} else {
		update.ClearDeletedAt()
	}
	if err := update.Exec(all); err != nil {
		return nil, bulk.Explain(err, "defect")
	}
	if err := remark(ctx, tx, in.Reason, found...); err != nil {
		return nil, err
	}
	return tx.Defect.Query().Where(bulk.IDs[predicate.Defect](defect.FieldID, ids)).Order(ent.Asc(defect.FieldID)).All(all)
}
