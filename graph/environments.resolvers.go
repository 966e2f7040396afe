package graph

import (
	"context"

	"entgo.io/contrib/entgql"
	"entgo.io/ent/dialect/sql"
	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/internal/ident"
)

func (r *environmentResolver) Project(ctx context.Context, obj *ent.Environment) (*ent.Project, error) {
	return required(reference(ctx, obj.Siblings, obj, always(func(x *ent.Environment) ident.ID { return x.ProjectID }), r.reader(ctx).Project.LoadByIDs))
}

func (r *environmentResolver) Cycles(ctx context.Context, obj *ent.Environment, after *entgql.Cursor[ident.ID], first *int, before *entgql.Cursor[ident.ID], last *int, orderBy []*ent.TestCycleOrder, where *ent.TestCycleWhereInput) (*ent.TestCycleConnection, error) {
	page, err := pageOf(after, first, before, last)
	if err != nil {
		return nil, err
	}
	list := ent.TestCycleList{Page: page, OrderBy: orderBy, Where: where, Count: counted(ctx)}
	return connection(ctx, obj.Siblings, obj.ID, list, owned("environment_id"), r.reader(ctx).TestCycle.LoadPages)
}

func (r *environmentResolver) Executions(ctx context.Context, obj *ent.Environment, after *entgql.Cursor[ident.ID], first *int, before *entgql.Cursor[ident.ID], last *int, orderBy []*ent.ExecutionOrder, where *ent.ExecutionWhereInput) (*ent.ExecutionConnection, error) {
	page, err := pageOf(after, first, before, last)
	if err != nil {
		return nil, err
	}
	list := ent.ExecutionList{Page: page, OrderBy: newestFirst(orderBy), Where: where, Count: counted(ctx)}
	return connection(ctx, obj.Siblings, obj.ID, list, executionsOwned("environment_id"), r.reader(ctx).Execution.LoadPages)
}

func (r *projectResolver) Environment(ctx context.Context, obj *ent.Project, key string) (*ent.Environment, error) {
	return byKey(ctx, obj, key, func(ctx context.Context, where func(*sql.Selector)) ([]*ent.Environment, error) {
		all, err := r.reader(ctx).Environment.Query().Where(where).All(ctx)
		ent.JoinEnvironments(all)
		return all, err
	}, func(x *ent.Environment) ident.ID { return x.ProjectID })
}

func (r *projectResolver) Environments(ctx context.Context, obj *ent.Project, after *entgql.Cursor[ident.ID], first *int, before *entgql.Cursor[ident.ID], last *int, orderBy []*ent.EnvironmentOrder, where *ent.EnvironmentWhereInput) (*ent.EnvironmentConnection, error) {
	page, err := pageOf(after, first, before, last)
	if err != nil {
		return nil, err
	}
	list := ent.EnvironmentList{Page: page, OrderBy: orderBy, Where: where, Count: counted(ctx)}
	return connection(ctx, obj.Siblings, obj.ID, list, owned("project_id"), r.reader(ctx).Environment.LoadPages)
}
