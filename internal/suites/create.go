package suites

import (
	"context"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/membership"
	"github.com/asterism-qa/asterism/ent/gen/ent/suite"
	"github.com/asterism-qa/asterism/internal/clock"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/projects"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
)

// Create makes a suite.
func Create(ctx context.Context, tx *ent.Client, in CreateInput) (*ent.Suite, error) {
	var check fault.Check
	in.Name = name(&check, in.Name)
	text(&check, "name", &in.Name)
	text(&check, "description", in.Description)
	if err := check.Err(); err != nil {
		return nil, err
	}
	project, err := projects.Named(ctx, tx, in.Project, membership.RoleEDITOR)
	if err != nil {
		return nil, err
	}
	t, err := grow(ctx, tx, project)
	if err != nil {
		return nil, err
	}
	parent, err := t.parent(in.Parent)
	if err != nil {
		return nil, err
	}
	if err := t.fits(parent, 1); err != nil {
		return nil, err
	}
	if err := t.free(in.Name, parent, ident.ID{}, "name"); err != nil {
		return nil, err
	}
	position, err := t.slot(ctx, tx, parent, ident.ID{}, in.Before)
	if err != nil {
		return nil, err
	}
	now := clock.Now(ctx)
	made, err := tx.Suite.Create().SetProjectID(project.ID).SetName(in.Name).SetNillableDescription(in.Description).
		SetNillableParentID(in.Parent).SetPosition(position).SetCreatedAt(now).SetUpdatedAt(now).Save(ctx)
	return made, bulk.Explain(err, "suite")
}

// Revise gives a suite another name or description.
func Revise(ctx context.Context, tx *ent.Client, in ReviseInput) (*ent.Suite, error) {
	var check fault.Check
	if in.Name != nil {
		trimmed := name(&check, *in.Name)
		in.Name = &trimmed
	}
	text(&check, "name", in.Name)
	text(&check, "description", in.Description)
	if err := check.Err(); err != nil {
		return nil, err
	}
	is, t, err := stem(ctx, tx, in.ID, in.ExpectedVersion)
	if err != nil {
		return is, err
	}
	if in.Name != nil {
		if err := t.free(*in.Name, above(is), is.ID, "name"); err != nil {
			return is, err
		}
	}
	err = tx.Suite.Update().Where(suite.ID(is.ID)).SetNillableName(in.Name).SetNillableDescription(in.Description).
		AddVersion(1).Exec(ctx)
	return again(ctx, tx, is, err)
}

// Move gives a suite another place in the tree, with everything below it.
func Move(ctx context.Context, tx *ent.Client, in MoveInput) (*ent.Suite, error) {
	is, t, err := stem(ctx, tx, in.ID, in.ExpectedVersion)
	if err != nil {
		return is, err
	}
	parent, err := t.parent(in.Parent)
	if err != nil {
		return is, err
	}
	path := t.path(parent)
	for i, s := range path {
		if s.ID == is.ID {
			return is, fault.New(fault.Invalid, "the suite %s cannot stand under itself: %s; choose a parent outside it",
				is.Name, spell(append(path[i:], is))).At("parent")
		}
	}
	if err := t.fits(parent, t.height(is.ID)); err != nil {
		return is, err
	}
	if err := t.free(is.Name, parent, is.ID, "name"); err != nil {
		return is, err
	}
	position, err := t.slot(ctx, tx, parent, is.ID, in.Before)
	if err != nil {
		return is, err
	}
	update := tx.Suite.Update().Where(suite.ID(is.ID)).SetPosition(position).AddVersion(1)
	if in.Parent == nil {
		update.ClearParentID()
	} else {
		update.SetParentID(parent)
	}
	return again(ctx, tx, is, update.Exec(ctx))
}

// stem finds a suite in the state that the editor saw, and the tree around it.
func stem(ctx context.Context, tx *ent.Client, id ident.ID, saw int) (*ent.Suite, *tree, error) {
	_, project, err := one(ctx, tx, id, "id")
	if err != nil {
		return nil, nil, err
	}
	t, err := grow(ctx, tx, project)
	if err != nil {
		return nil, nil, err
	}
	is := t.live(id)
	if is == nil { // somebody put it away while we waited
		return nil, nil, absent("suite", "id")
	}
	return is, t, bulk.Expect("the suite", is.Name, is.Version, saw)
}

// again reads a suite after it was written.
func again(ctx context.Context, tx *ent.Client, is *ent.Suite, err error) (*ent.Suite, error) {
	if err != nil {
		return is, bulk.Explain(err, "suite")
	}
	return tx.Suite.Get(ctx, is.ID)
}
