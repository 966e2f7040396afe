package graph

import (
	"context"

	"entgo.io/contrib/entgql"
	"entgo.io/ent/dialect/sql"
	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/graph/gen/model"
	"github.com/asterism-qa/asterism/internal/ident"
)

func (r *projectResolver) TestCase(ctx context.Context, obj *ent.Project, key string) (*ent.TestCase, error) {
	return byKey(ctx, obj, key, func(ctx context.Context, where func(*sql.Selector)) ([]*ent.TestCase, error) {
		all, err := r.reader(ctx).TestCase.Query().Where(where).All(ctx)
		ent.JoinTestCases(all)
		return all, err
	}, func(x *ent.TestCase) ident.ID { return x.ProjectID })
}

func (r *projectResolver) TestCases(ctx context.Context, obj *ent.Project, after *entgql.Cursor[ident.ID], first *int, before *entgql.Cursor[ident.ID], last *int, orderBy []*ent.TestCaseOrder, where *ent.TestCaseWhereInput) (*ent.TestCaseConnection, error) {
	page, err := pageOf(after, first, before, last)
	if err != nil {
		return nil, err
	}
	list := ent.TestCaseList{Page: page, OrderBy: orderBy, Where: where, Count: counted(ctx)}
	return connection(ctx, obj.Siblings, obj.ID, list, owned("project_id"), r.reader(ctx).TestCase.LoadPages)
}

func (r *projectResolver) TraceLinks(ctx context.Context, obj *ent.Project, after *entgql.Cursor[ident.ID], first *int, before *entgql.Cursor[ident.ID], last *int, orderBy []*ent.TraceLinkOrder, where *ent.TraceLinkWhereInput) (*ent.TraceLinkConnection, error) {
	page, err := pageOf(after, first, before, last)
	if err != nil {
		return nil, err
	}
	list := ent.TraceLinkList{Page: page, OrderBy: orderBy, Where: where, Count: counted(ctx)}
	return connection(ctx, obj.Siblings, obj.ID, list, owned("project_id"), r.reader(ctx).TraceLink.LoadPages)
}

func (r *testCaseResolver) Project(ctx context.Context, obj *ent.TestCase) (*ent.Project, error) {
	return required(reference(ctx, obj.Siblings, obj, always(func(x *ent.TestCase) ident.ID { return x.ProjectID }), r.reader(ctx).Project.LoadByIDs))
}

func (r *testCaseResolver) DataRows(ctx context.Context, obj *ent.TestCase) ([]*model.DataRow, error) {
	rows := make([]*model.DataRow, 0, len(obj.DataRows))
	for _, row := range obj.DataRows {
		rows = append(rows, &model.DataRow{Values: attributes(row)})
	}
	return rows, nil
}

func (r *testCaseResolver) LatestExecution(ctx context.Context, obj *ent.TestCase) (*ent.Execution, error) {
	return reference(ctx, obj.Siblings, obj, func(x *ent.TestCase) *ident.ID { return x.LastExecutionID }, r.reader(ctx).Execution.LoadByIDs)
}

func (r *testCaseResolver) Executions(ctx context.Context, obj *ent.TestCase, after *entgql.Cursor[ident.ID], first *int, before *entgql.Cursor[ident.ID], last *int, orderBy []*ent.ExecutionOrder, where *ent.ExecutionWhereInput) (*ent.ExecutionConnection, error) {
	page, err := pageOf(after, first, before, last)
	if err != nil {
		return nil, err
	}
	list := ent.ExecutionList{Page: page, OrderBy: newestFirst(orderBy), Where: where, Count: counted(ctx)}
	return connection(ctx, obj.Siblings, obj.ID, list, owned("test_case_id"), r.reader(ctx).Execution.LoadPages)
}

func (r *testCaseResolver) Requirements(ctx context.Context, obj *ent.TestCase, after *entgql.Cursor[ident.ID], first *int, before *entgql.Cursor[ident.ID], last *int, orderBy []*ent.RequirementOrder, where *ent.RequirementWhereInput) (*ent.RequirementConnection, error) {
	page, err := pageOf(after, first, before, last)
	if err != nil {
		return nil, err
	}
	list := ent.RequirementList{Page: page, OrderBy: orderBy, Where: where, Count: counted(ctx)}
	return connection(ctx, obj.Siblings, obj.ID, list, requirementsOfCase, r.reader(ctx).Requirement.LoadPages)
}

func (r *testCaseResolver) TraceLinks(ctx context.Context, obj *ent.TestCase, after *entgql.Cursor[ident.ID], first *int, before *entgql.Cursor[ident.ID], last *int, orderBy []*ent.TraceLinkOrder, where *ent.TraceLinkWhereInput) (*ent.TraceLinkConnection, error) {
	page, err := pageOf(after, first, before, last)
	if err != nil {
		return nil, err
	}
	list := ent.TraceLinkList{Page: page, OrderBy: orderBy, Where: where, Count: counted(ctx)}
	return connection(ctx, obj.Siblings, obj.ID, list, owned("test_case_id"), r.reader(ctx).TraceLink.LoadPages)
}

func (r *testCaseResolver) Defects(ctx context.Context, obj *ent.TestCase, after *entgql.Cursor[ident.ID], first *int, before *entgql.Cursor[ident.ID], last *int, orderBy []*ent.DefectOrder, where *ent.DefectWhereInput) (*ent.DefectConnection, error) {
	page, err := pageOf(after, first, before, last)
	if err != nil {
		return nil, err
	}
	list := ent.DefectList{Page: page, OrderBy: orderBy, Where: where, Count: counted(ctx)}
	return connection(ctx, obj.Siblings, obj.ID, list, defectsOfCase, r.reader(ctx).Defect.LoadPages)
}

func (r *testCaseResolver) Versions(ctx context.Context, obj *ent.TestCase, after *entgql.Cursor[ident.ID], first *int, before *entgql.Cursor[ident.ID], last *int, orderBy []*ent.TestCaseVersionOrder, where *ent.TestCaseVersionWhereInput) (*ent.TestCaseVersionConnection, error) {
	page, err := pageOf(after, first, before, last)
	if err != nil {
		return nil, err
	}
	list := ent.TestCaseVersionList{Page: page, OrderBy: orderBy, Where: where, Count: counted(ctx)}
	return connection(ctx, obj.Siblings, obj.ID, list, owned("test_case_id"), r.reader(ctx).TestCaseVersion.LoadPages)
}

func (r *testCaseResolver) Attributes(ctx context.Context, obj *ent.TestCase) ([]*model.Attribute, error) {
	return attributes(obj.Attributes), nil
}

func (r *testCaseResolver) ExternalReferences(ctx context.Context, obj *ent.TestCase) ([]*ent.ExternalReference, error) {
	return references(ctx, r.reader(ctx), obj.Siblings, obj.ID)
}

func (r *testCaseVersionResolver) TestCase(ctx context.Context, obj *ent.TestCaseVersion) (*ent.TestCase, error) {
	return required(reference(ctx, obj.Siblings, obj, always(func(x *ent.TestCaseVersion) ident.ID { return x.TestCaseID }), r.reader(ctx).TestCase.LoadByIDs))
}

func (r *traceLinkResolver) Requirement(ctx context.Context, obj *ent.TraceLink) (*ent.Requirement, error) {
	return reference(ctx, obj.Siblings, obj, func(x *ent.TraceLink) *ident.ID { return x.RequirementID }, r.reader(ctx).Requirement.LoadByIDs)
}

func (r *traceLinkResolver) TestCase(ctx context.Context, obj *ent.TraceLink) (*ent.TestCase, error) {
	return reference(ctx, obj.Siblings, obj, func(x *ent.TraceLink) *ident.ID { return x.TestCaseID }, r.reader(ctx).TestCase.LoadByIDs)
}

func (r *traceLinkResolver) AffirmedBy(ctx context.Context, obj *ent.TraceLink) (*ent.User, error) {
	return reference(ctx, obj.Siblings, obj, func(x *ent.TraceLink) *ident.ID { return x.AffirmedByID }, r.reader(ctx).User.LoadByIDs)
}
