package graph

import (
	"context"

	"entgo.io/contrib/entgql"
	"entgo.io/ent/dialect/sql"
	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/internal/ident"
)

func (r *buildResolver) Project(ctx context.Context, obj *ent.Build) (*ent.Project, error) {
	return required(reference(ctx, obj.Siblings, obj, always(func(x *ent.Build) ident.ID { return x.ProjectID }), r.reader(ctx).Project.LoadByIDs))
}

func (r *buildResolver) Release(ctx context.Context, obj *ent.Build) (*ent.Release, error) {
	return reference(ctx, obj.Siblings, obj, func(x *ent.Build) *ident.ID { return x.ReleaseID }, r.reader(ctx).Release.LoadByIDs)
}

func (r *buildResolver) Cycles(ctx context.Context, obj *ent.Build, after *entgql.Cursor[ident.ID], first *int, before *entgql.Cursor[ident.ID], last *int, orderBy []*ent.TestCycleOrder, where *ent.TestCycleWhereInput) (*ent.TestCycleConnection, error) {
	page, err := pageOf(after, first, before, last)
	if err != nil {
		return nil, err
	}
	list := ent.TestCycleList{Page: page, OrderBy: orderBy, Where: where, Count: counted(ctx)}
	return connection(ctx, obj.Siblings, obj.ID, list, owned("build_id"), r.reader(ctx).TestCycle.LoadPages)
}

func (r *buildResolver) Executions(ctx context.Context, obj *ent.Build, after *entgql.Cursor[ident.ID], first *int, before *entgql.Cursor[ident.ID], last *int, orderBy []*ent.ExecutionOrder, where *ent.ExecutionWhereInput) (*ent.ExecutionConnection, error) {
	page, err := pageOf(after, first, before, last)
	if err != nil {
		return nil, err
	}
	list := ent.ExecutionList{Page: page, OrderBy: newestFirst(orderBy), Where: where, Count: counted(ctx)}
	return connection(ctx, obj.Siblings, obj.ID, list, executionsOwned("build_id"), r.reader(ctx).Execution.LoadPages)
}

func (r *buildResolver) DefectsFound(ctx context.Context, obj *ent.Build, after *entgql.Cursor[ident.ID], first *int, before *entgql.Cursor[ident.ID], last *int, orderBy []*ent.DefectOrder, where *ent.DefectWhereInput) (*ent.DefectConnection, error) {
	page, err := pageOf(after, first, before, last)
	if err != nil {
		return nil, err
	}
	list := ent.DefectList{Page: page, OrderBy: orderBy, Where: where, Count: counted(ctx)}
	return connection(ctx, obj.Siblings, obj.ID, list, owned("found_in_build_id"), r.reader(ctx).Defect.LoadPages)
}

func (r *buildResolver) DefectsFixed(ctx context.Context, obj *ent.Build, after *entgql.Cursor[ident.ID], first *int, before *entgql.Cursor[ident.ID], last *int, orderBy []*ent.DefectOrder, where *ent.DefectWhereInput) (*ent.DefectConnection, error) {
	page, err := pageOf(after, first, before, last)
	if err != nil {
		return nil, err
	}
	list := ent.DefectList{Page: page, OrderBy: orderBy, Where: where, Count: counted(ctx)}
	return connection(ctx, obj.Siblings, obj.ID, list, owned("fixed_in_build_id"), r.reader(ctx).Defect.LoadPages)
}

func (r *projectResolver) Release(ctx context.Context, obj *ent.Project, key string) (*ent.Release, error) {
	return byKey(ctx, obj, key, func(ctx context.Context, where func(*sql.Selector)) ([]*ent.Release, error) {
		all, err := r.reader(ctx).Release.Query().Where(where).All(ctx)
		ent.JoinReleases(all)
		return all, err
	}, func(x *ent.Release) ident.ID { return x.ProjectID })
}

func (r *projectResolver) Releases(ctx context.Context, obj *ent.Project, after *entgql.Cursor[ident.ID], first *int, before *entgql.Cursor[ident.ID], last *int, orderBy []*ent.ReleaseOrder, where *ent.ReleaseWhereInput) (*ent.ReleaseConnection, error) {
	page, err := pageOf(after, first, before, last)
	if err != nil {
		return nil, err
	}
	list := ent.ReleaseList{Page: page, OrderBy: orderBy, Where: where, Count: counted(ctx)}
	return connection(ctx, obj.Siblings, obj.ID, list, owned("project_id"), r.reader(ctx).Release.LoadPages)
}

func (r *projectResolver) Build(ctx context.Context, obj *ent.Project, key string) (*ent.Build, error) {
	return byKey(ctx, obj, key, func(ctx context.Context, where func(*sql.Selector)) ([]*ent.Build, error) {
		all, err := r.reader(ctx).Build.Query().Where(where).All(ctx)
		ent.JoinBuilds(all)
		return all, err
	}, func(x *ent.Build) ident.ID { return x.ProjectID })
}

func (r *projectResolver) Builds(ctx context.Context, obj *ent.Project, after *entgql.Cursor[ident.ID], first *int, before *entgql.Cursor[ident.ID], last *int, orderBy []*ent.BuildOrder, where *ent.BuildWhereInput) (*ent.BuildConnection, error) {
	page, err := pageOf(after, first, before, last)
	if err != nil {
		return nil, err
	}
	list := ent.BuildList{Page: page, OrderBy: orderBy, Where: where, Count: counted(ctx)}
	return connection(ctx, obj.Siblings, obj.ID, list, owned("project_id"), r.reader(ctx).Build.LoadPages)
}

func (r *projectResolver) Cycle(ctx context.Context, obj *ent.Project, key string) (*ent.TestCycle, error) {
	return byKey(ctx, obj, key, func(ctx context.Context, where func(*sql.Selector)) ([]*ent.TestCycle, error) {
		all, err := r.reader(ctx).TestCycle.Query().Where(where).All(ctx)
		ent.JoinTestCycles(all)
		return all, err
	}, func(x *ent.TestCycle) ident.ID { return x.ProjectID })
}

func (r *projectResolver) Cycles(ctx context.Context, obj *ent.Project, after *entgql.Cursor[ident.ID], first *int, before *entgql.Cursor[ident.ID], last *int, orderBy []*ent.TestCycleOrder, where *ent.TestCycleWhereInput) (*ent.TestCycleConnection, error) {
	page, err := pageOf(after, first, before, last)
	if err != nil {
		return nil, err
	}
	list := ent.TestCycleList{Page: page, OrderBy: orderBy, Where: where, Count: counted(ctx)}
	return connection(ctx, obj.Siblings, obj.ID, list, owned("project_id"), r.reader(ctx).TestCycle.LoadPages)
}

func (r *releaseResolver) Project(ctx context.Context, obj *ent.Release) (*ent.Project, error) {
	return required(reference(ctx, obj.Siblings, obj, always(func(x *ent.Release) ident.ID { return x.ProjectID }), r.reader(ctx).Project.LoadByIDs))
}

func (r *releaseResolver) Builds(ctx context.Context, obj *ent.Release, after *entgql.Cursor[ident.ID], first *int, before *entgql.Cursor[ident.ID], last *int, orderBy []*ent.BuildOrder, where *ent.BuildWhereInput) (*ent.BuildConnection, error) {
	page, err := pageOf(after, first, before, last)
	if err != nil {
		return nil, err
	}
	list := ent.BuildList{Page: page, OrderBy: orderBy, Where: where, Count: counted(ctx)}
	return connection(ctx, obj.Siblings, obj.ID, list, owned("release_id"), r.reader(ctx).Build.LoadPages)
}

func (r *releaseResolver) Requirements(ctx context.Context, obj *ent.Release, after *entgql.Cursor[ident.ID], first *int, before *entgql.Cursor[ident.ID], last *int, orderBy []*ent.RequirementOrder, where *ent.RequirementWhereInput) (*ent.RequirementConnection, error) {
	page, err := pageOf(after, first, before, last)
	if err != nil {
		return nil, err
	}
	list := ent.RequirementList{Page: page, OrderBy: orderBy, Where: where, Count: counted(ctx)}
	return connection(ctx, obj.Siblings, obj.ID, list, owned("release_id"), r.reader(ctx).Requirement.LoadPages)
}

func (r *testCycleResolver) Project(ctx context.Context, obj *ent.TestCycle) (*ent.Project, error) {
	return required(reference(ctx, obj.Siblings, obj, always(func(x *ent.TestCycle) ident.ID { return x.ProjectID }), r.reader(ctx).Project.LoadByIDs))
}

func (r *testCycleResolver) Build(ctx context.Context, obj *ent.TestCycle) (*ent.Build, error) {
	return reference(ctx, obj.Siblings, obj, func(x *ent.TestCycle) *ident.ID { return x.BuildID }, r.reader(ctx).Build.LoadByIDs)
}

func (r *testCycleResolver) Environment(ctx context.Context, obj *ent.TestCycle) (*ent.Environment, error) {
	return reference(ctx, obj.Siblings, obj, func(x *ent.TestCycle) *ident.ID { return x.EnvironmentID }, r.reader(ctx).Environment.LoadByIDs)
}

func (r *testCycleResolver) Executions(ctx context.Context, obj *ent.TestCycle, after *entgql.Cursor[ident.ID], first *int, before *entgql.Cursor[ident.ID], last *int, orderBy []*ent.ExecutionOrder, where *ent.ExecutionWhereInput) (*ent.ExecutionConnection, error) {
	page, err := pageOf(after, first, before, last)
	if err != nil {
		return nil, err
	}
	list := ent.ExecutionList{Page: page, OrderBy: newestFirst(orderBy), Where: where, Count: counted(ctx)}
	return connection(ctx, obj.Siblings, obj.ID, list, executionsOwned("cycle_id"), r.reader(ctx).Execution.LoadPages)
}
