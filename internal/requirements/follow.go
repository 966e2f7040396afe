package requirements

import (
	"context"
	"maps"
	"slices"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/predicate"
	"github.com/asterism-qa/asterism/ent/gen/ent/requirementlink"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
)

// follow lets the refinement that the document says follow it: the child no longer refines the parent that it stood under
// and refines the one that it stands under now; nil is the top. What somebody stated stays.
func follow(ctx context.Context, tx *ent.Client, child, parent *ent.Requirement) error {
	open, err := tx.RequirementLink.Query().Where(requirementlink.ChildID(child.ID),
		requirementlink.RoleEQ(requirementlink.RoleREFINES), requirementlink.StateNEQ(requirementlink.StateCLOSED)).All(ctx)
	if err != nil {
		return err
	}
	var left []ident.ID
	there := false
	for _, one := range open {
		switch {
		case parent != nil && one.ParentID != nil && *one.ParentID == parent.ID:
			there = true
		case one.FromDocument:
			left = append(left, one.ID)
		}
	}
	to := " to the top"
	if parent != nil {
		to = " under " + parent.Key
	}
	if _, err := leave(ctx, tx, left, child.Key+" was moved"+to); err != nil {
		return err
	}
	if parent == nil || there {
		return nil
	}
	err = tx.RequirementLink.Create().SetProjectID(child.ProjectID).SetFromDocument(true).
		SetChildID(child.ID).SetChildVersion(child.ContentVersion).
		SetParentID(parent.ID).SetParentVersion(parent.ContentVersion).Exec(ctx)
	return bulk.Explain(err, "link between requirements")
}

// leave closes links that the document no longer says.
func leave(ctx context.Context, tx *ent.Client, left []ident.ID, reason string) (int, error) {
	if len(left) == 0 {
		return 0, nil
	}
	closed, err := tx.RequirementLink.Update().Where(bulk.IDs[predicate.RequirementLink](requirementlink.FieldID, left)).
		SetState(requirementlink.StateCLOSED).SetReason(reason).ClearChangedFields().AddVersion(1).Save(ctx)
	return closed, bulk.Explain(err, "link between requirements")
}

// leave closes the links that follow the document and that the order of it no longer says. Those that the source states
// besides no longer follow it. It gives the number of closed ones.
func (t *tree) leave(ctx context.Context, tx *ent.Client, moved map[ident.ID]ParentDraft) (int, error) {
	if len(moved) == 0 {
		return 0, nil
	}
	open, err := tx.RequirementLink.Query().Where(
		bulk.IDs[predicate.RequirementLink](requirementlink.FieldChildID, slices.Collect(maps.Keys(moved))),
		requirementlink.RoleEQ(requirementlink.RoleREFINES), requirementlink.FromDocument(true),
		requirementlink.StateNEQ(requirementlink.StateCLOSED),
	).All(ctx)
	if err != nil {
		return 0, err
	}
	var left, stated []ident.ID
	for _, one := range open {
		d := moved[*one.ChildID]
		is := func(key string) bool {
			found := t.byKey[key]
			return key == one.UnresolvedKey || found != nil && one.ParentID != nil && found.ID == *one.ParentID
		}
		switch {
		case is(d.Parent):
		case slices.ContainsFunc(d.Refines, is):
			stated = append(stated, one.ID)
		default:
			left = append(left, one.ID)
		}
	}
	if err := state(ctx, tx, stated); err != nil {
		return 0, err
	}
	return leave(ctx, tx, left, "the document has another parent here now")
}

// state notes that links are stated, and do not follow the document.
func state(ctx context.Context, tx *ent.Client, stated []ident.ID) error {
	if len(stated) == 0 {
		return nil
	}
	err := tx.RequirementLink.Update().Where(bulk.IDs[predicate.RequirementLink](requirementlink.FieldID, stated)).
		SetFromDocument(false).AddVersion(1).Exec(ctx)
	return bulk.Explain(err, "link between requirements")
}
