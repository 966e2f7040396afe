package projects

import (
	"context"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/membership"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/people"
)

// For finds the project that owns something, and makes sure that the viewer has at least a role in it.
func For(ctx context.Context, tx *ent.Client, id ident.ID, role membership.Role) (*ent.Project, error) {
	found, err := tx.Project.Get(ctx, id)
	if err != nil {
		return nil, err
	}
	return found, people.Require(ctx, tx, found, role)
}

// Named finds a project by its key, and makes sure that the viewer has at least a role in it.
func Named(ctx context.Context, tx *ent.Client, key string, role membership.Role) (*ent.Project, error) {
	found, err := ByKey(ctx, tx, key)
	if err != nil {
		return nil, err
	}
	return found, people.Require(ctx, tx, found, role)
}
