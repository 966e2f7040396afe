package requirements

import (
	"context"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/membership"
	"github.com/asterism-qa/asterism/ent/gen/ent/requirement"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/projects"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
)

// Move gives a requirement, with all that stands under it, another place in the document.
func Move(ctx context.Context, tx *ent.Client, in MoveInput) (*ent.Requirement, error) {
	one, err := tx.Requirement.Query().Where(requirement.ID(in.ID)).Only(ctx)
	if ent.IsNotFound(err) {
		return nil, absent("id")
	}
	if err != nil {
		return nil, err
	}
	project, err := projects.For(ctx, tx, one.ProjectID, membership.RoleEDITOR)
	if err != nil {
		return nil, err
	}
	if err := projects.LockForImport(ctx, tx, project); err != nil { // two moves at once could make a circle
		return nil, err
	}
	if _, err := held(ctx, tx, given(&in.ID, in.Parent)...); err != nil {
		return nil, err
	}
	if one, _, err = begin(ctx, tx, in.ID, in.ExpectedVersion); err != nil {
		return nil, err
	}
	o, err := loadOutline(ctx, tx, project)
	if err != nil {
		return nil, err
	}
	parent, err := in.target(ctx, tx, project, one, o)
	if err != nil {
		return nil, err
	}
	positions := o.place(one.ID, in.Parent, in.Before)
	if same(in.Parent, one.ParentID) && len(positions) == 0 {
		return one, nil
	}
	update := tx.Requirement.UpdateOneID(one.ID).AddVersion(1)
	if position, other := positions[one.ID]; other {
		update.SetPosition(position)
		delete(positions, one.ID)
	}
	if parent == nil {
		update.ClearParentID()
	} else {
		update.SetParentID(parent.ID)
	}
	if err := update.Exec(ctx); err != nil {
		return nil, bulk.Explain(err, "requirement")
	}
	if err := shift(ctx, tx, positions); err != nil {
		return nil, err
	}
	if !same(in.Parent, one.ParentID) {
		if err := follow(ctx, tx, one, parent); err != nil {
			return nil, err
		}
	}
	return tx.Requirement.Get(ctx, one.ID)
}

// target checks where the requirement shall stand, and gives the parent that it gets; nil at the top.
func (in MoveInput) target(ctx context.Context, tx *ent.Client, project *ent.Project, one *ent.Requirement, o *outline) (*ent.Requirement, error) {
	var parent, before *ent.Requirement
	var wrong checker
	for _, end := range []struct {
		id    *ident.ID
		found **ent.Requirement
		field string
	}{{in.Parent, &parent, "parent"}, {in.Before, &before, "before"}} {
		if end.id == nil {
			continue
		}
		found, err := within(ctx, tx, project, *end.id, end.field)
		if err := wrong.Note(err); err != nil {
			return nil, err
		}
		*end.found = found
	}
	if parent != nil && o.branch(one.ID)[parent.ID] {
		wrong.Fail("a requirement cannot stand under itself: "+parent.Key+" is "+one.Key+" or stands under it", "parent")
	}
	switch {
	case before == nil:
	case before.ID == one.ID:
		wrong.Fail("a requirement cannot stand in front of itself; name another one, or none for the last place", "before")
	case !same(before.ParentID, in.Parent):
		wrong.Fail(before.Key+" does not stand under the same parent; name one that does, or none for the last place", "before")
	}
	return parent, wrong.Err()
}
