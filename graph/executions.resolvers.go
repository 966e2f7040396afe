package graph

import (
	"context"

	"entgo.io/contrib/entgql"
	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/graph/gen/model"
	"github.com/asterism-qa/asterism/internal/ident"
)

func (r *executionResolver) Project(ctx context.Context, obj *ent.Execution) (*ent.Project, error) {
	return required(reference(ctx, obj.Siblings, obj, always(func(x *ent.Execution) ident.ID { return x.ProjectID }), r.reader(ctx).Project.LoadByIDs))
}

func (r *executionResolver) TestCase(ctx context.Context, obj *ent.Execution) (*ent.TestCase, error) {
	return required(reference(ctx, obj.Siblings, obj, always(func(x *ent.Execution) ident.ID { return x.TestCaseID }), r.reader(ctx).TestCase.LoadByIDs))
}

func (r *executionResolver) Build(ctx context.Context, obj *ent.Execution) (*ent.Build, error) {
	return reference(ctx, obj.Siblings, obj, func(x *ent.Execution) *ident.ID { return x.BuildID }, r.reader(ctx).Build.LoadByIDs)
}

func (r *executionResolver) Environment(ctx context.Context, obj *ent.Execution) (*ent.Environment, error) {
	return reference(ctx, obj.Siblings, obj, func(x *ent.Execution) *ident.ID { return x.EnvironmentID }, r.reader(ctx).Environment.LoadByIDs)
}

func (r *executionResolver) Cycle(ctx context.Context, obj *ent.Execution) (*ent.TestCycle, error) {
	return reference(ctx, obj.Siblings, obj, func(x *ent.Execution) *ident.ID { return x.CycleID }, r.reader(ctx).TestCycle.LoadByIDs)
}

func (r *executionResolver) ImportRun(ctx context.Context, obj *ent.Execution) (*ent.ImportRun, error) {
	return reference(ctx, obj.Siblings, obj, func(x *ent.Execution) *ident.ID { return x.ImportRunID }, r.reader(ctx).ImportRun.LoadByIDs)
}

func (r *executionResolver) Properties(ctx context.Context, obj *ent.Execution) ([]*model.Attribute, error) {
	return attributes(obj.Properties), nil
}

func (r *executionResolver) Defects(ctx context.Context, obj *ent.Execution, after *entgql.Cursor[ident.ID], first *int, before *entgql.Cursor[ident.ID], last *int, orderBy []*ent.DefectOrder, where *ent.DefectWhereInput) (*ent.DefectConnection, error) {
	page, err := pageOf(after, first, before, last)
	if err != nil {
		return nil, err
	}
	list := ent.DefectList{Page: page, OrderBy: orderBy, Where: where, Count: counted(ctx)}
	return connection(ctx, obj.Siblings, obj.ID, list, defectsOfExecution, r.reader(ctx).Defect.LoadPages)
}

func (r *projectResolver) Executions(ctx context.Context, obj *ent.Project, after *entgql.Cursor[ident.ID], first *int, before *entgql.Cursor[ident.ID], last *int, orderBy []*ent.ExecutionOrder, where *ent.ExecutionWhereInput) (*ent.ExecutionConnection, error) {
	page, err := pageOf(after, first, before, last)
	if err != nil {
		return nil, err
	}
	list := ent.ExecutionList{Page: page, OrderBy: newestFirst(orderBy), Where: where, Count: counted(ctx)}
	return connection(ctx, obj.Siblings, obj.ID, list, executionsOwned("project_id"), r.reader(ctx).Execution.LoadPages)
}
