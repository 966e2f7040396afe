package graph

import (
	"context"

	"entgo.io/contrib/entgql"
	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/graph/gen/model"
	"github.com/asterism-qa/asterism/internal/cases"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/lifecycle"
	"github.com/asterism-qa/asterism/internal/people"
	"github.com/asterism-qa/asterism/internal/requirements"
	"github.com/asterism-qa/asterism/internal/suites"
)

func (r *mutationResolver) CaseCreate(ctx context.Context, input cases.CreateInput, idempotencyKey *string) (*model.TestCasePayload, error) {
	return onCase(ctx, r.Resolver, idempotencyKey, ident.ID{}, input, suites.CreateCase)
}

func (r *mutationResolver) CaseRevise(ctx context.Context, input cases.ReviseInput, idempotencyKey *string) (*model.TestCasePayload, error) {
	return onCase(ctx, r.Resolver, idempotencyKey, input.ID, input, cases.Revise)
}

func (r *mutationResolver) CaseRestoreVersion(ctx context.Context, input requirements.RestoreVersionInput, idempotencyKey *string) (*model.TestCasePayload, error) {
	return onCase(ctx, r.Resolver, idempotencyKey, input.ID, cases.RestoreVersionInput(input), cases.RestoreVersion)
}

func (r *mutationResolver) CaseSubmit(ctx context.Context, input requirements.SubmitInput, idempotencyKey *string) (*model.TestCasePayload, error) {
	return onCase(ctx, r.Resolver, idempotencyKey, input.ID, cases.SubmitInput(input), cases.Submit)
}

func (r *mutationResolver) CaseApprove(ctx context.Context, input lifecycle.Input, idempotencyKey *string) (*model.TestCasePayload, error) {
	return onCase(ctx, r.Resolver, idempotencyKey, input.ID, input, cases.Approve)
}

func (r *mutationResolver) CaseRework(ctx context.Context, input lifecycle.Input, idempotencyKey *string) (*model.TestCasePayload, error) {
	return onCase(ctx, r.Resolver, idempotencyKey, input.ID, input, cases.Rework)
}

func (r *mutationResolver) CaseDeprecate(ctx context.Context, input lifecycle.Input, idempotencyKey *string) (*model.TestCasePayload, error) {
	return onCase(ctx, r.Resolver, idempotencyKey, input.ID, input, cases.Deprecate)
}

func (r *mutationResolver) CaseTrash(ctx context.Context, input requirements.TrashInput, idempotencyKey *string) (*model.TestCasesPayload, error) {
	found, wrong, err := onMany(ctx, r.Resolver, idempotencyKey, input, cases.Trash, func(x *ent.TestCase) ident.ID { return x.ID }, r.reader(ctx).TestCase.LoadByIDs)
	return &model.TestCasesPayload{TestCases: found, UserErrors: wrong}, err
}

func (r *mutationResolver) CaseRestore(ctx context.Context, input requirements.TrashInput, idempotencyKey *string) (*model.TestCasesPayload, error) {
	found, wrong, err := onMany(ctx, r.Resolver, idempotencyKey, input, cases.Restore, func(x *ent.TestCase) ident.ID { return x.ID }, r.reader(ctx).TestCase.LoadByIDs)
	return &model.TestCasesPayload{TestCases: found, UserErrors: wrong}, err
}

func (r *projectResolver) TrashedTestCases(ctx context.Context, obj *ent.Project, after *entgql.Cursor[ident.ID], first *int, before *entgql.Cursor[ident.ID], last *int, orderBy []*ent.TestCaseOrder, where *ent.TestCaseWhereInput) (*ent.TestCaseConnection, error) {
	page, err := pageOf(after, first, before, last)
	if err != nil {
		return nil, err
	}
	list := ent.TestCaseList{Page: page, OrderBy: orderBy, Where: where, Count: counted(ctx)}
	return connection(people.IncludingTrash(ctx), obj.Siblings, obj.ID, list, trashedOf, r.reader(ctx).TestCase.LoadPages)
}
