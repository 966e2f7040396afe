package graph

import (
	"context"

	"entgo.io/contrib/entgql"
	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/project"
	"github.com/asterism-qa/asterism/graph/gen/model"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/people"
	"github.com/asterism-qa/asterism/internal/projects"
)

func (r *mutationResolver) ProjectCreate(ctx context.Context, input model.ProjectCreateInput, idempotencyKey *string) (*model.ProjectCreatePayload, error) {
	one, wrong, err := onOne(ctx, r.Resolver, idempotencyKey, ident.ID{}, input, func(ctx context.Context, tx *ent.Client, input model.ProjectCreateInput) (*ent.Project, error) {
		return projects.Create(ctx, tx, input.Key, input.Name, orEmpty(input.Description))
	}, func(x *ent.Project) ident.ID { return x.ID }, r.reader(ctx).Project.LoadByIDs)
	return &model.ProjectCreatePayload{Project: one, UserErrors: wrong}, err
}

func (r *projectResolver) Role(ctx context.Context, obj *ent.Project) (model.Role, error) {
	role, err := people.RoleIn(ctx, r.reader(ctx), obj.ID)
	return model.Role(role), err
}

func (r *queryResolver) Projects(ctx context.Context, after *entgql.Cursor[ident.ID], first *int, before *entgql.Cursor[ident.ID], last *int, orderBy []*ent.ProjectOrder, where *ent.ProjectWhereInput) (*ent.ProjectConnection, error) {
	page, err := pageOf(after, first, before, last)
	if err != nil {
		return nil, err
	}
	list := ent.ProjectList{Page: page, OrderBy: orderBy, Where: where, Count: counted(ctx)}
	pages, err := r.reader(ctx).Project.LoadPages(ctx, list, nil)
	if err != nil {
		return nil, err
	}
	return pages[ident.ID{}], nil
}

func (r *queryResolver) Project(ctx context.Context, key string) (*ent.Project, error) {
	found, err := r.reader(ctx).Project.Query().Where(project.Key(key)).Only(ctx)
	if ent.IsNotFound(err) {
		return nil, nil
	}
	return found, err
}
