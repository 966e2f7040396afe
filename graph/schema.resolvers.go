package graph

import (
	"context"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/graph/gen/exec"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/viewer"
)

func (r *queryResolver) Version(ctx context.Context) (string, error) {
	return r.Resolver.Version, nil
}

func (r *queryResolver) Viewer(ctx context.Context) (*ent.User, error) {
	who, err := viewer.From(ctx)
	if err != nil {
		return nil, err
	}
	return r.reader(ctx).User.Get(ctx, who.User)
}

func (r *queryResolver) Node(ctx context.Context, id ident.ID) (ent.Noder, error) {
	found, err := r.nodes(ctx, []ident.ID{id})
	if err != nil {
		return nil, err
	}
	return found[0], nil
}

func (r *queryResolver) Nodes(ctx context.Context, ids []ident.ID) ([]ent.Noder, error) {
	return r.nodes(ctx, ids)
}

func (r *Resolver) Mutation() exec.MutationResolver { return &mutationResolver{r} }

func (r *Resolver) Query() exec.QueryResolver { return &queryResolver{r} }

type (
	mutationResolver struct{ *Resolver }
	queryResolver    struct{ *Resolver }
)
