package graph

import (
	"context"

	"entgo.io/contrib/entgql"
	"entgo.io/ent/dialect/sql"
	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/graph/gen/model"
	"github.com/asterism-qa/asterism/internal/ident"
)

func (r *externalReferenceResolver) Project(ctx context.Context, obj *ent.ExternalReference) (*ent.Project, error) {
	return required(reference(ctx, obj.Siblings, obj, always(func(x *ent.ExternalReference) ident.ID { return x.ProjectID }), r.reader(ctx).Project.LoadByIDs))
}

func (r *projectResolver) Requirement(ctx context.Context, obj *ent.Project, key string) (*ent.Requirement, error) {
	return byKey(ctx, obj, key, func(ctx context.Context, where func(*sql.Selector)) ([]*ent.Requirement, error) {
		all, err := r.reader(ctx).Requirement.Query().Where(where).All(ctx)
		ent.JoinRequirements(all)
		return all, err
	}, func(x *ent.Requirement) ident.ID { return x.ProjectID })
}

func (r *projectResolver) Requirements(ctx context.Context, obj *ent.Project, after *entgql.Cursor[ident.ID], first *int, before *entgql.Cursor[ident.ID], last *int, orderBy []*ent.RequirementOrder, where *ent.RequirementWhereInput) (*ent.RequirementConnection, error) {
	page, err := pageOf(after, first, before, last)
	if err != nil {
		return nil, err
	}
	list := ent.RequirementList{Page: page, OrderBy: orderBy, Where: where, Count: counted(ctx)}
	return connection(ctx, obj.Siblings, obj.ID, list, owned("project_id"), r.reader(ctx).Requirement.LoadPages)
}

func (r *projectResolver) RequirementLinks(ctx context.Context, obj *ent.Project, after *entgql.Cursor[ident.ID], first *int, before *entgql.Cursor[ident.ID], last *int, orderBy []*ent.RequirementLinkOrder, where *ent.RequirementLinkWhereInput) (*ent.RequirementLinkConnection, error) {
	page, err := pageOf(after, first, before, last)
	if err != nil {
		return nil, err
	}
	list := ent.RequirementLinkList{Page: page, OrderBy: orderBy, Where: where, Count: counted(ctx)}
	return connection(ctx, obj.Siblings, obj.ID, list, owned("project_id"), r.reader(ctx).RequirementLink.LoadPages)
}

func (r *requirementResolver) Project(ctx context.Context, obj *ent.Requirement) (*ent.Project, error) {
	return required(reference(ctx, obj.Siblings, obj, always(func(x *ent.Requirement) ident.ID { return x.ProjectID }), r.reader(ctx).Project.LoadByIDs))
}

func (r *requirementResolver) Parent(ctx context.Context, obj *ent.Requirement) (*ent.Requirement, error) {
	return reference(ctx, obj.Siblings, obj, func(x *ent.Requirement) *ident.ID { return x.ParentID }, r.reader(ctx).Requirement.LoadByIDs)
}

func (r *requirementResolver) Children(ctx context.Context, obj *ent.Requirement, after *entgql.Cursor[ident.ID], first *int, before *entgql.Cursor[ident.ID], last *int, orderBy []*ent.RequirementOrder, where *ent.RequirementWhereInput) (*ent.RequirementConnection, error) {
	page, err := pageOf(after, first, before, last)
	if err != nil {
		return nil, err
	}
	list := ent.RequirementList{Page: page, OrderBy: orderBy, Where: where, Count: counted(ctx)}
	return connection(ctx, obj.Siblings, obj.ID, list, owned("parent_id"), r.reader(ctx).Requirement.LoadPages)
}

func (r *requirementResolver) Release(ctx context.Context, obj *ent.Requirement) (*ent.Release, error) {
	return reference(ctx, obj.Siblings, obj, func(x *ent.Requirement) *ident.ID { return x.ReleaseID }, r.reader(ctx).Release.LoadByIDs)
}

func (r *requirementResolver) Refines(ctx context.Context, obj *ent.Requirement, after *entgql.Cursor[ident.ID], first *int, before *entgql.Cursor[ident.ID], last *int, orderBy []*ent.RequirementOrder, where *ent.RequirementWhereInput) (*ent.RequirementConnection, error) {
	page, err := pageOf(after, first, before, last)
	if err != nil {
		return nil, err
	}
	list := ent.RequirementList{Page: page, OrderBy: orderBy, Where: where, Count: counted(ctx)}
	return connection(ctx, obj.Siblings, obj.ID, list, parentsOfRequirement, r.reader(ctx).Requirement.LoadPages)
}

func (r *requirementResolver) RefinedBy(ctx context.Context, obj *ent.Requirement, after *entgql.Cursor[ident.ID], first *int, before *entgql.Cursor[ident.ID], last *int, orderBy []*ent.RequirementOrder, where *ent.RequirementWhereInput) (*ent.RequirementConnection, error) {
	page, err := pageOf(after, first, before, last)
	if err != nil {
		return nil, err
	}
	list := ent.RequirementList{Page: page, OrderBy: orderBy, Where: where, Count: counted(ctx)}
	return connection(ctx, obj.Siblings, obj.ID, list, childrenOfRequirement, r.reader(ctx).Requirement.LoadPages)
}

func (r *requirementResolver) Links(ctx context.Context, obj *ent.Requirement, after *entgql.Cursor[ident.ID], first *int, before *entgql.Cursor[ident.ID], last *int, orderBy []*ent.RequirementLinkOrder, where *ent.RequirementLinkWhereInput) (*ent.RequirementLinkConnection, error) {
	page, err := pageOf(after, first, before, last)
	if err != nil {
		return nil, err
	}
	list := ent.RequirementLinkList{Page: page, OrderBy: orderBy, Where: where, Count: counted(ctx)}
	return connection(ctx, obj.Siblings, obj.ID, list, eitherEnd, r.reader(ctx).RequirementLink.LoadPages)
}

func (r *requirementResolver) Versions(ctx context.Context, obj *ent.Requirement, after *entgql.Cursor[ident.ID], first *int, before *entgql.Cursor[ident.ID], last *int, orderBy []*ent.RequirementVersionOrder, where *ent.RequirementVersionWhereInput) (*ent.RequirementVersionConnection, error) {
	page, err := pageOf(after, first, before, last)
	if err != nil {
		return nil, err
	}
	list := ent.RequirementVersionList{Page: page, OrderBy: orderBy, Where: where, Count: counted(ctx)}
	return connection(ctx, obj.Siblings, obj.ID, list, owned("requirement_id"), r.reader(ctx).RequirementVersion.LoadPages)
}

func (r *requirementResolver) TestCases(ctx context.Context, obj *ent.Requirement, after *entgql.Cursor[ident.ID], first *int, before *entgql.Cursor[ident.ID], last *int, orderBy []*ent.TestCaseOrder, where *ent.TestCaseWhereInput) (*ent.TestCaseConnection, error) {
	page, err := pageOf(after, first, before, last)
	if err != nil {
		return nil, err
	}
	list := ent.TestCaseList{Page: page, OrderBy: orderBy, Where: where, Count: counted(ctx)}
	return connection(ctx, obj.Siblings, obj.ID, list, casesOfRequirement, r.reader(ctx).TestCase.LoadPages)
}

func (r *requirementResolver) TraceLinks(ctx context.Context, obj *ent.Requirement, after *entgql.Cursor[ident.ID], first *int, before *entgql.Cursor[ident.ID], last *int, orderBy []*ent.TraceLinkOrder, where *ent.TraceLinkWhereInput) (*ent.TraceLinkConnection, error) {
	page, err := pageOf(after, first, before, last)
	if err != nil {
		return nil, err
	}
	list := ent.TraceLinkList{Page: page, OrderBy: orderBy, Where: where, Count: counted(ctx)}
	return connection(ctx, obj.Siblings, obj.ID, list, owned("requirement_id"), r.reader(ctx).TraceLink.LoadPages)
}

func (r *requirementResolver) Executions(ctx context.Context, obj *ent.Requirement, after *entgql.Cursor[ident.ID], first *int, before *entgql.Cursor[ident.ID], last *int, orderBy []*ent.ExecutionOrder, where *ent.ExecutionWhereInput) (*ent.ExecutionConnection, error) {
	page, err := pageOf(after, first, before, last)
	if err != nil {
		return nil, err
	}
	list := ent.ExecutionList{Page: page, OrderBy: newestFirst(orderBy), Where: where, Count: counted(ctx)}
	return connection(ctx, obj.Siblings, obj.ID, list, executionsOfRequirement, r.reader(ctx).Execution.LoadPages)
}

func (r *requirementResolver) Defects(ctx context.Context, obj *ent.Requirement, after *entgql.Cursor[ident.ID], first *int, before *entgql.Cursor[ident.ID], last *int, orderBy []*ent.DefectOrder, where *ent.DefectWhereInput) (*ent.DefectConnection, error) {
	page, err := pageOf(after, first, before, last)
	if err != nil {
		return nil, err
	}
	list := ent.DefectList{Page: page, OrderBy: orderBy, Where: where, Count: counted(ctx)}
	return connection(ctx, obj.Siblings, obj.ID, list, defectsOfRequirement, r.reader(ctx).Defect.LoadPages)
}

func (r *requirementResolver) Attributes(ctx context.Context, obj *ent.Requirement) ([]*model.Attribute, error) {
	return attributes(obj.Attributes), nil
}

func (r *requirementResolver) ExternalReferences(ctx context.Context, obj *ent.Requirement) ([]*ent.ExternalReference, error) {
	return references(ctx, r.reader(ctx), obj.Siblings, obj.ID)
}

func (r *requirementLinkResolver) Child(ctx context.Context, obj *ent.RequirementLink) (*ent.Requirement, error) {
	return reference(ctx, obj.Siblings, obj, func(x *ent.RequirementLink) *ident.ID { return x.ChildID }, r.reader(ctx).Requirement.LoadByIDs)
}

func (r *requirementLinkResolver) Parent(ctx context.Context, obj *ent.RequirementLink) (*ent.Requirement, error) {
	return reference(ctx, obj.Siblings, obj, func(x *ent.RequirementLink) *ident.ID { return x.ParentID }, r.reader(ctx).Requirement.LoadByIDs)
}

func (r *requirementVersionResolver) Requirement(ctx context.Context, obj *ent.RequirementVersion) (*ent.Requirement, error) {
	return required(reference(ctx, obj.Siblings, obj, always(func(x *ent.RequirementVersion) ident.ID { return x.RequirementID }), r.reader(ctx).Requirement.LoadByIDs))
}

func (r *requirementVersionResolver) Attributes(ctx context.Context, obj *ent.RequirementVersion) ([]*model.Attribute, error) {
	return attributes(obj.Attributes), nil
}
