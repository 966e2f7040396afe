package graph

import (
	"context"

	"entgo.io/contrib/entgql"
	"entgo.io/ent/dialect/sql"
	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/graph/gen/model"
	"github.com/asterism-qa/asterism/internal/ident"
)

func (r *defectResolver) Project(ctx context.Context, obj *ent.Defect) (*ent.Project, error) {
	return required(reference(ctx, obj.Siblings, obj, always(func(x *ent.Defect) ident.ID { return x.ProjectID }), r.reader(ctx).Project.LoadByIDs))
}

func (r *defectResolver) Executions(ctx context.Context, obj *ent.Defect, after *entgql.Cursor[ident.ID], first *int, before *entgql.Cursor[ident.ID], last *int, orderBy []*ent.ExecutionOrder, where *ent.ExecutionWhereInput) (*ent.ExecutionConnection, error) {
	page, err := pageOf(after, first, before, last)
	if err != nil {
		return nil, err
	}
	list := ent.ExecutionList{Page: page, OrderBy: newestFirst(orderBy), Where: where, Count: counted(ctx)}
	return connection(ctx, obj.Siblings, obj.ID, list, executionsOfDefect, r.reader(ctx).Execution.LoadPages)
}

func (r *defectResolver) TestCases(ctx context.Context, obj *ent.Defect, after *entgql.Cursor[ident.ID], first *int, before *entgql.Cursor[ident.ID], last *int, orderBy []*ent.TestCaseOrder, where *ent.TestCaseWhereInput) (*ent.TestCaseConnection, error) {
	page, err := pageOf(after, first, before, last)
	if err != nil {
		return nil, err
	}
	list := ent.TestCaseList{Page: page, OrderBy: orderBy, Where: where, Count: counted(ctx)}
	return connection(ctx, obj.Siblings, obj.ID, list, casesOfDefect, r.reader(ctx).TestCase.LoadPages)
}

func (r *defectResolver) Requirements(ctx context.Context, obj *ent.Defect, after *entgql.Cursor[ident.ID], first *int, before *entgql.Cursor[ident.ID], last *int, orderBy []*ent.RequirementOrder, where *ent.RequirementWhereInput) (*ent.RequirementConnection, error) {
	page, err := pageOf(after, first, before, last)
	if err != nil {
		return nil, err
	}
	list := ent.RequirementList{Page: page, OrderBy: orderBy, Where: where, Count: counted(ctx)}
	return connection(ctx, obj.Siblings, obj.ID, list, requirementsOfDefect, r.reader(ctx).Requirement.LoadPages)
}

func (r *defectResolver) Links(ctx context.Context, obj *ent.Defect, after *entgql.Cursor[ident.ID], first *int, before *entgql.Cursor[ident.ID], last *int, orderBy []*ent.DefectLinkOrder, where *ent.DefectLinkWhereInput) (*ent.DefectLinkConnection, error) {
	page, err := pageOf(after, first, before, last)
	if err != nil {
		return nil, err
	}
	list := ent.DefectLinkList{Page: page, OrderBy: orderBy, Where: where, Count: counted(ctx)}
	return connection(ctx, obj.Siblings, obj.ID, list, owned("defect_id"), r.reader(ctx).DefectLink.LoadPages)
}

func (r *defectResolver) FoundInBuild(ctx context.Context, obj *ent.Defect) (*ent.Build, error) {
	return reference(ctx, obj.Siblings, obj, func(x *ent.Defect) *ident.ID { return x.FoundInBuildID }, r.reader(ctx).Build.LoadByIDs)
}

func (r *defectResolver) FoundInEnvironment(ctx context.Context, obj *ent.Defect) (*ent.Environment, error) {
	return reference(ctx, obj.Siblings, obj, func(x *ent.Defect) *ident.ID { return x.FoundInEnvironmentID }, r.reader(ctx).Environment.LoadByIDs)
}

func (r *defectResolver) FixedInBuild(ctx context.Context, obj *ent.Defect) (*ent.Build, error) {
	return reference(ctx, obj.Siblings, obj, func(x *ent.Defect) *ident.ID { return x.FixedInBuildID }, r.reader(ctx).Build.LoadByIDs)
}

func (r *defectResolver) DuplicateOf(ctx context.Context, obj *ent.Defect) (*ent.Defect, error) {
	return reference(ctx, obj.Siblings, obj, func(x *ent.Defect) *ident.ID { return x.DuplicateOfID }, r.reader(ctx).Defect.LoadByIDs)
}

func (r *defectResolver) Duplicates(ctx context.Context, obj *ent.Defect, after *entgql.Cursor[ident.ID], first *int, before *entgql.Cursor[ident.ID], last *int, orderBy []*ent.DefectOrder, where *ent.DefectWhereInput) (*ent.DefectConnection, error) {
	page, err := pageOf(after, first, before, last)
	if err != nil {
		return nil, err
	}
	list := ent.DefectList{Page: page, OrderBy: orderBy, Where: where, Count: counted(ctx)}
	return connection(ctx, obj.Siblings, obj.ID, list, owned("duplicate_of_id"), r.reader(ctx).Defect.LoadPages)
}

func (r *defectResolver) Attributes(ctx context.Context, obj *ent.Defect) ([]*model.Attribute, error) {
	return attributes(obj.Attributes), nil
}

func (r *defectResolver) ExternalReferences(ctx context.Context, obj *ent.Defect) ([]*ent.ExternalReference, error) {
	return references(ctx, r.reader(ctx), obj.Siblings, obj.ID)
}

func (r *defectLinkResolver) Defect(ctx context.Context, obj *ent.DefectLink) (*ent.Defect, error) {
	return reference(ctx, obj.Siblings, obj, func(x *ent.DefectLink) *ident.ID { return x.DefectID }, r.reader(ctx).Defect.LoadByIDs)
}

func (r *defectLinkResolver) Execution(ctx context.Context, obj *ent.DefectLink) (*ent.Execution, error) {
	return reference(ctx, obj.Siblings, obj, func(x *ent.DefectLink) *ident.ID { return x.ExecutionID }, r.reader(ctx).Execution.LoadByIDs)
}

func (r *defectLinkResolver) TestCase(ctx context.Context, obj *ent.DefectLink) (*ent.TestCase, error) {
	return reference(ctx, obj.Siblings, obj, func(x *ent.DefectLink) *ident.ID { return x.TestCaseID }, r.reader(ctx).TestCase.LoadByIDs)
}

func (r *defectLinkResolver) Requirement(ctx context.Context, obj *ent.DefectLink) (*ent.Requirement, error) {
	return reference(ctx, obj.Siblings, obj, func(x *ent.DefectLink) *ident.ID { return x.RequirementID }, r.reader(ctx).Requirement.LoadByIDs)
}

func (r *projectResolver) Defect(ctx context.Context, obj *ent.Project, key string) (*ent.Defect, error) {
	return byKey(ctx, obj, key, func(ctx context.Context, where func(*sql.Selector)) ([]*ent.Defect, error) {
		all, err := r.reader(ctx).Defect.Query().Where(where).All(ctx)
		ent.JoinDefects(all)
		return all, err
	}, func(x *ent.Defect) ident.ID { return x.ProjectID })
}

func (r *projectResolver) Defects(ctx context.Context, obj *ent.Project, after *entgql.Cursor[ident.ID], first *int, before *entgql.Cursor[ident.ID], last *int, orderBy []*ent.DefectOrder, where *ent.DefectWhereInput) (*ent.DefectConnection, error) {
	page, err := pageOf(after, first, before, last)
	if err != nil {
		return nil, err
	}
	list := ent.DefectList{Page: page, OrderBy: orderBy, Where: where, Count: counted(ctx)}
	return connection(ctx, obj.Siblings, obj.ID, list, owned("project_id"), r.reader(ctx).Defect.LoadPages)
}

func (r *projectResolver) DefectLinks(ctx context.Context, obj *ent.Project, after *entgql.Cursor[ident.ID], first *int, before *entgql.Cursor[ident.ID], last *int, orderBy []*ent.DefectLinkOrder, where *ent.DefectLinkWhereInput) (*ent.DefectLinkConnection, error) {
	page, err := pageOf(after, first, before, last)
	if err != nil {
		return nil, err
	}
	list := ent.DefectLinkList{Page: page, OrderBy: orderBy, Where: where, Count: counted(ctx)}
	return connection(ctx, obj.Siblings, obj.ID, list, owned("project_id"), r.reader(ctx).DefectLink.LoadPages)
}
