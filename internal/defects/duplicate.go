package defects

import (
	"context"
	"slices"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/defect"
	"github.com/asterism-qa/asterism/ent/gen/ent/defectlink"
	"github.com/asterism-qa/asterism/ent/gen/ent/predicate"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/lifecycle"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
)

// MarkDuplicate says that another defect reports the same flaw. The other one then shows wherever this one does, and what
// was a duplicate of this one is a duplicate of the other.
func MarkDuplicate(ctx context.Context, tx *ent.Client, in DuplicateInput) (*ent.Defect, error) {
	if in.ID == in.Of {
		return nil, fault.New(fault.Invalid, "a defect is no duplicate of itself; name the other one").At("of")
	}
	// Both at once and in one order, so that two who mark them crosswise neither wait for each other nor make a circle.
	_, err := tx.Defect.Query().Where(bulk.IDs[predicate.Defect](defect.FieldID, []ident.ID{in.ID, in.Of}), bulk.Lock[predicate.Defect]()).
		Unique(false).Order(ent.Asc(defect.FieldID)).IDs(ctx)
	if err != nil {
		return nil, err
	}
	var last *ent.Defect
	marked, err := move(ctx, tx, "defectMarkDuplicate", lifecycle.Input{ID: in.ID, ExpectedVersion: in.ExpectedVersion, Note: in.Note},
		func(_ *ent.Project, found *ent.Defect, update *ent.DefectUpdateOne) (err error) {
			if last, err = original(ctx, tx, found, in.Of); err != nil {
				return err
			}
			update.SetDuplicateOfID(last.ID).SetResolution(defect.ResolutionDUPLICATE)
			return nil
		})
	if err != nil {
		return nil, err
	}
	err = tx.Defect.Update().Where(defect.DuplicateOfID(marked.ID)).SetDuplicateOfID(last.ID).AddVersion(1).Exec(ctx)
	if err != nil {
		return nil, bulk.Explain(err, "defect")
	}
	return marked, bulk.Explain(copyLinks(ctx, tx, marked, last), "defect link")
}

// original is what a defect duplicates in the end. Since every duplicate points at the last one, this is a step or none.
func original(ctx context.Context, tx *ent.Client, found *ent.Defect, of ident.ID) (*ent.Defect, error) {
	var last *ent.Defect
	for next, seen := &of, map[ident.ID]bool{}; next != nil && !seen[*next]; next = last.DuplicateOfID {
		seen[*next] = true
		one, err := tx.Defect.Query().Where(defect.ID(*next), defect.ProjectID(found.ProjectID)).Only(ctx)
		if ent.IsNotFound(err) {
			if last == nil {
				return nil, notThere("of")
			}
			return last, nil // what it duplicates lies in the trash
		}
		if err != nil {
			return nil, err
		}
		if one.ID == found.ID {
			return nil, fault.New(fault.Invalid, "%s is itself a duplicate of %s; name another defect, or reopen %s first", last.Key, found.Key, last.Key).At("of")
		}
		last = one
	}
	return last, nil
}

// copyLinks makes the links of a duplicate for what it duplicates, none twice.
func copyLinks(ctx context.Context, tx *ent.Client, from, to *ent.Defect) error {
	all, err := tx.DefectLink.Query().
		Where(bulk.IDs[predicate.DefectLink](defectlink.FieldDefectID, []ident.ID{from.ID, to.ID}), defectlink.StateNEQ(defectlink.StateCLOSED)).
		Order(ent.Asc(defectlink.FieldID)).All(ctx)
	if err != nil {
		return err
	}
	type end struct {
		linkKey
		commit string
	}
	endOf := func(one *ent.DefectLink) end {
		key := keyOf(one)
		key.defect = to.ID
		return end{key, one.Commit}
	}
	taken := map[end]bool{}
	for _, one := range all {
		if *one.DefectID == to.ID {
			taken[endOf(one)] = true
		}
	}
	var created []*ent.DefectLinkCreate
	for _, one := range all {
		if taken[endOf(one)] {
			continue
		}
		taken[endOf(one)] = true
		created = append(created, tx.DefectLink.Create().SetProjectID(to.ProjectID).SetDefectID(to.ID).SetCommit(one.Commit).SetState(one.State).
			SetNillableExecutionID(one.ExecutionID).SetNillableTestCaseID(one.TestCaseID).SetNillableRequirementID(one.RequirementID).
			SetUnresolvedKey(one.UnresolvedKey).SetNillableUnresolvedKind(one.UnresolvedKind))
	}
	for chunk := range slices.Chunk(created, bulk.Size) {
		if err := tx.DefectLink.CreateBulk(chunk...).Exec(ctx); err != nil {
			return err
		}
	}
	return nil
}
