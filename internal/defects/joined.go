package defects

import (
	"context"
	"time"

	"entgo.io/ent/dialect/sql"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/defectlink"
	"github.com/asterism-qa/asterism/ent/gen/ent/predicate"
	"github.com/asterism-qa/asterism/internal/changes"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
)

// joined are orphans that got both their ends, by the kind of the end that is not the defect.
type joined map[ident.Kind]*joinedTo

// joinedTo are those whose other end is of one kind.
type joinedTo struct {
	ids             []ident.ID
	defects, others map[ident.ID]string
	states          map[ident.ID]defectlink.State
}

// add takes an orphan whose ends are known now.
func (j joined) add(orphan ident.ID, defect, other ident.ID, state defectlink.State) {
	to := j[other.Kind()]
	if to == nil {
		to = &joinedTo{defects: map[ident.ID]string{}, others: map[ident.ID]string{}, states: map[ident.ID]defectlink.State{}}
		j[other.Kind()] = to
	}
	to.ids = append(to.ids, orphan)
	to.defects[orphan], to.others[orphan], to.states[orphan] = defect.UUID(), other.UUID(), state
}

// save stores the ends in one statement for each kind.
func (j joined) save(ctx context.Context, tx *ent.Client, now time.Time) error {
	for _, end := range []struct {
		kind   ident.Kind
		column string
	}{
		{ident.Execution, defectlink.FieldExecutionID}, {ident.TestCase, defectlink.FieldTestCaseID}, {ident.Requirement, defectlink.FieldRequirementID},
	} {
		to := j[end.kind]
		if to == nil {
			continue
		}
		err := tx.DefectLink.Update().Where(bulk.IDs[predicate.DefectLink](defectlink.FieldID, to.ids)).
			SetUnresolvedDefect("").SetUnresolvedKey("").ClearUnresolvedKind().SetUpdatedAt(now).AddVersion(1).
			Modify(func(u *sql.UpdateBuilder) {
				bulk.Each(u, defectlink.FieldDefectID, "uuid", to.defects)
				bulk.Each(u, end.column, "uuid", to.others)
				bulk.Each(u, defectlink.FieldState, "text", to.states)
			}).Exec(changes.Setting(ctx, defectlink.FieldDefectID, end.column, defectlink.FieldState))
		if err != nil {
			return err
		}
	}
	return nil
}
