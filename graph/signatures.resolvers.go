package graph

import (
	"context"

	"entgo.io/contrib/entgql"
	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/graph/gen/model"
	"github.com/asterism-qa/asterism/internal/defects"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/signatures"
)

func (r *executionResolver) Signature(ctx context.Context, obj *ent.Execution) (*ent.FailureSignature, error) {
	return reference(ctx, obj.Siblings, obj, func(x *ent.Execution) *ident.ID { return x.SignatureID }, r.reader(ctx).FailureSignature.LoadByIDs)
}

func (r *failureSignatureResolver) Project(ctx context.Context, obj *ent.FailureSignature) (*ent.Project, error) {
	return required(reference(ctx, obj.Siblings, obj, always(func(x *ent.FailureSignature) ident.ID { return x.ProjectID }), r.reader(ctx).Project.LoadByIDs))
}

func (r *failureSignatureResolver) Defect(ctx context.Context, obj *ent.FailureSignature) (*ent.Defect, error) {
	return reference(ctx, obj.Siblings, obj, func(x *ent.FailureSignature) *ident.ID { return x.DefectID }, r.reader(ctx).Defect.LoadByIDs)
}

func (r *failureSignatureResolver) ProposedDefects(ctx context.Context, obj *ent.FailureSignature) ([]*ent.Defect, error) {
	return proposed(ctx, r.reader(ctx), obj)
}

func (r *failureSignatureResolver) Executions(ctx context.Context, obj *ent.FailureSignature, after *entgql.Cursor[ident.ID], first *int, before *entgql.Cursor[ident.ID], last *int, orderBy []*ent.ExecutionOrder, where *ent.ExecutionWhereInput) (*ent.ExecutionConnection, error) {
	page, err := pageOf(after, first, before, last)
	if err != nil {
		return nil, err
	}
	list := ent.ExecutionList{Page: page, OrderBy: newestFirst(orderBy), Where: where, Count: counted(ctx)}
	return connection(ctx, obj.Siblings, obj.ID, list, executionsOwned("signature_id"), r.reader(ctx).Execution.LoadPages)
}

func (r *failureSignatureResolver) TestCases(ctx context.Context, obj *ent.FailureSignature, after *entgql.Cursor[ident.ID], first *int, before *entgql.Cursor[ident.ID], last *int, orderBy []*ent.TestCaseOrder, where *ent.TestCaseWhereInput) (*ent.TestCaseConnection, error) {
	page, err := pageOf(after, first, before, last)
	if err != nil {
		return nil, err
	}
	list := ent.TestCaseList{Page: page, OrderBy: orderBy, Where: where, Count: counted(ctx)}
	return connection(ctx, obj.Siblings, obj.ID, list, casesOfSignature, r.reader(ctx).TestCase.LoadPages)
}

func (r *mutationResolver) SignatureClassify(ctx context.Context, input signatures.ClassifyInput, idempotencyKey *string) (*model.SignaturePayload, error) {
	linked := 0
	one, wrong, err := onOne(ctx, r.Resolver, idempotencyKey, input.ID, input, func(ctx context.Context, tx *ent.Client, input signatures.ClassifyInput) (*ent.FailureSignature, error) {
		found, n, err := defects.ClassifySignature(ctx, tx, input)
		linked = n
		return found, err
	}, func(x *ent.FailureSignature) ident.ID { return x.ID }, r.reader(ctx).FailureSignature.LoadByIDs)
	return &model.SignaturePayload{Signature: one, Linked: linked, UserErrors: wrong}, err
}

func (r *projectResolver) FailureSignatures(ctx context.Context, obj *ent.Project, after *entgql.Cursor[ident.ID], first *int, before *entgql.Cursor[ident.ID], last *int, orderBy []*ent.FailureSignatureOrder, where *ent.FailureSignatureWhereInput) (*ent.FailureSignatureConnection, error) {
	page, err := pageOf(after, first, before, last)
	if err != nil {
		return nil, err
	}
	list := ent.FailureSignatureList{Page: page, OrderBy: orderBy, Where: where, Count: counted(ctx)}
	return connection(ctx, obj.Siblings, obj.ID, list, owned("project_id"), r.reader(ctx).FailureSignature.LoadPages)
}
