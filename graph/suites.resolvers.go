package graph

import (
	"context"

	"entgo.io/contrib/entgql"
	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/graph/gen/model"
	"github.com/asterism-qa/asterism/internal/exchange"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/people"
	"github.com/asterism-qa/asterism/internal/requirements"
	"github.com/asterism-qa/asterism/internal/suites"
)

func (r *mutationResolver) SuiteCreate(ctx context.Context, input suites.CreateInput, idempotencyKey *string) (*model.SuitePayload, error) {
	return onSuite(ctx, r.Resolver, idempotencyKey, ident.ID{}, input, suites.Create)
}

func (r *mutationResolver) SuiteRevise(ctx context.Context, input suites.ReviseInput, idempotencyKey *string) (*model.SuitePayload, error) {
	return onSuite(ctx, r.Resolver, idempotencyKey, input.ID, input, suites.Revise)
}

func (r *mutationResolver) SuiteMove(ctx context.Context, input suites.MoveInput, idempotencyKey *string) (*model.SuitePayload, error) {
	return onSuite(ctx, r.Resolver, idempotencyKey, input.ID, input, suites.Move)
}

func (r *mutationResolver) SuitePlaceCases(ctx context.Context, input suites.PlaceInput, idempotencyKey *string) (*model.SuitePayload, error) {
	return onSuite(ctx, r.Resolver, idempotencyKey, input.Suite, input, suites.Place)
}

func (r *mutationResolver) SuiteMoveCases(ctx context.Context, input suites.MoveCasesInput, idempotencyKey *string) (*model.SuitePayload, error) {
	return onSuite(ctx, r.Resolver, idempotencyKey, input.To, input, suites.MoveCases)
}

func (r *mutationResolver) SuiteRemoveCases(ctx context.Context, input suites.RemoveInput, idempotencyKey *string) (*model.SuitePayload, error) {
	return onSuite(ctx, r.Resolver, idempotencyKey, input.Suite, input, suites.Remove)
}

func (r *mutationResolver) SuiteTrash(ctx context.Context, input requirements.TrashInput, idempotencyKey *string) (*model.SuitesPayload, error) {
	found, wrong, err := onMany(ctx, r.Resolver, idempotencyKey, input, suites.Trash, func(x *ent.Suite) ident.ID { return x.ID }, r.reader(ctx).Suite.LoadByIDs)
	return &model.SuitesPayload{Suites: found, UserErrors: wrong}, err
}

func (r *mutationResolver) SuiteRestore(ctx context.Context, input requirements.TrashInput, idempotencyKey *string) (*model.SuitesPayload, error) {
	found, wrong, err := onMany(ctx, r.Resolver, idempotencyKey, input, suites.Restore, func(x *ent.Suite) ident.ID { return x.ID }, r.reader(ctx).Suite.LoadByIDs)
	return &model.SuitesPayload{Suites: found, UserErrors: wrong}, err
}

func (r *projectResolver) Suites(ctx context.Context, obj *ent.Project, after *entgql.Cursor[ident.ID], first *int, before *entgql.Cursor[ident.ID], last *int, orderBy []*ent.SuiteOrder, where *ent.SuiteWhereInput) (*ent.SuiteConnection, error) {
	page, err := pageOf(after, first, before, last)
	if err != nil {
		return nil, err
	}
	list := ent.SuiteList{Page: page, OrderBy: orderBy, Where: where, Count: counted(ctx)}
	return connection(ctx, obj.Siblings, obj.ID, list, owned("project_id"), r.reader(ctx).Suite.LoadPages)
}

func (r *projectResolver) TopSuites(ctx context.Context, obj *ent.Project, after *entgql.Cursor[ident.ID], first *int, before *entgql.Cursor[ident.ID], last *int, orderBy []*ent.SuiteOrder, where *ent.SuiteWhereInput) (*ent.SuiteConnection, error) {
	page, err := pageOf(after, first, before, last)
	if err != nil {
		return nil, err
	}
	list := ent.SuiteList{Page: page, OrderBy: inTree(orderBy), Where: where, Count: counted(ctx)}
	return connection(ctx, obj.Siblings, obj.ID, list, topSuites, r.reader(ctx).Suite.LoadPages)
}

func (r *projectResolver) TrashedSuites(ctx context.Context, obj *ent.Project, after *entgql.Cursor[ident.ID], first *int, before *entgql.Cursor[ident.ID], last *int, orderBy []*ent.SuiteOrder, where *ent.SuiteWhereInput) (*ent.SuiteConnection, error) {
	page, err := pageOf(after, first, before, last)
	if err != nil {
		return nil, err
	}
	list := ent.SuiteList{Page: page, OrderBy: orderBy, Where: where, Count: counted(ctx)}
	return connection(people.IncludingTrash(ctx), obj.Siblings, obj.ID, list, trashedOf, r.reader(ctx).Suite.LoadPages)
}

func (r *suiteResolver) Project(ctx context.Context, obj *ent.Suite) (*ent.Project, error) {
	return required(reference(ctx, obj.Siblings, obj, always(func(x *ent.Suite) ident.ID { return x.ProjectID }), r.reader(ctx).Project.LoadByIDs))
}

func (r *suiteResolver) Parent(ctx context.Context, obj *ent.Suite) (*ent.Suite, error) {
	return reference(ctx, obj.Siblings, obj, func(x *ent.Suite) *ident.ID { return x.ParentID }, r.reader(ctx).Suite.LoadByIDs)
}

func (r *suiteResolver) Path(ctx context.Context, obj *ent.Suite) ([]string, error) {
	return suitePath(ctx, r.reader(ctx), obj)
}

func (r *suiteResolver) Children(ctx context.Context, obj *ent.Suite, after *entgql.Cursor[ident.ID], first *int, before *entgql.Cursor[ident.ID], last *int, orderBy []*ent.SuiteOrder, where *ent.SuiteWhereInput) (*ent.SuiteConnection, error) {
	page, err := pageOf(after, first, before, last)
	if err != nil {
		return nil, err
	}
	list := ent.SuiteList{Page: page, OrderBy: inTree(orderBy), Where: where, Count: counted(ctx)}
	return connection(ctx, obj.Siblings, obj.ID, list, owned("parent_id"), r.reader(ctx).Suite.LoadPages)
}

func (r *suiteResolver) Members(ctx context.Context, obj *ent.Suite, after *entgql.Cursor[ident.ID], first *int, before *entgql.Cursor[ident.ID], last *int, orderBy []*ent.SuiteMemberOrder, where *ent.SuiteMemberWhereInput) (*ent.SuiteMemberConnection, error) {
	page, err := pageOf(after, first, before, last)
	if err != nil {
		return nil, err
	}
	list := ent.SuiteMemberList{Page: page, OrderBy: inSuite(orderBy), Where: where, Count: counted(ctx)}
	return connection(ctx, obj.Siblings, obj.ID, list, membersOfSuite, r.reader(ctx).SuiteMember.LoadPages)
}

func (r *suiteResolver) TestCases(ctx context.Context, obj *ent.Suite, after *entgql.Cursor[ident.ID], first *int, before *entgql.Cursor[ident.ID], last *int, orderBy []*ent.TestCaseOrder, where *ent.TestCaseWhereInput) (*ent.TestCaseConnection, error) {
	page, err := pageOf(after, first, before, last)
	if err != nil {
		return nil, err
	}
	list := ent.TestCaseList{Page: page, OrderBy: orderBy, Where: where, Count: counted(ctx)}
	return connection(ctx, obj.Siblings, obj.ID, list, casesOfSuite, r.reader(ctx).TestCase.LoadPages)
}

func (r *suiteResolver) Feature(ctx context.Context, obj *ent.Suite) (string, error) {
	if err := alone(obj.Siblings, "feature"); err != nil {
		return "", err
	}
	_, text, err := exchange.ExportFeature(ctx, r.reader(ctx), obj.ID)
	return text, err
}

func (r *suiteMemberResolver) Suite(ctx context.Context, obj *ent.SuiteMember) (*ent.Suite, error) {
	return required(reference(ctx, obj.Siblings, obj, always(func(x *ent.SuiteMember) ident.ID { return x.SuiteID }), r.reader(ctx).Suite.LoadByIDs))
}

func (r *suiteMemberResolver) TestCase(ctx context.Context, obj *ent.SuiteMember) (*ent.TestCase, error) {
	return required(reference(ctx, obj.Siblings, obj, always(func(x *ent.SuiteMember) ident.ID { return x.TestCaseID }), r.reader(ctx).TestCase.LoadByIDs))
}

func (r *testCaseResolver) Suites(ctx context.Context, obj *ent.TestCase, after *entgql.Cursor[ident.ID], first *int, before *entgql.Cursor[ident.ID], last *int, orderBy []*ent.SuiteOrder, where *ent.SuiteWhereInput) (*ent.SuiteConnection, error) {
	page, err := pageOf(after, first, before, last)
	if err != nil {
		return nil, err
	}
	list := ent.SuiteList{Page: page, OrderBy: orderBy, Where: where, Count: counted(ctx)}
	return connection(ctx, obj.Siblings, obj.ID, list, suitesOfCase, r.reader(ctx).Suite.LoadPages)
}
