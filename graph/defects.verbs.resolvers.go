package graph

import (
	"context"
	"time"

	"entgo.io/contrib/entgql"
	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/graph/gen/model"
	"github.com/asterism-qa/asterism/internal/clock"
	"github.com/asterism-qa/asterism/internal/defects"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/lifecycle"
	"github.com/asterism-qa/asterism/internal/people"
	"github.com/asterism-qa/asterism/internal/requirements"
)

func (r *defectResolver) Assignee(ctx context.Context, obj *ent.Defect) (*ent.User, error) {
	return reference(ctx, obj.Siblings, obj, func(x *ent.Defect) *ident.ID { return x.AssigneeID }, r.reader(ctx).User.LoadByIDs)
}

func (r *defectResolver) AgeDays(ctx context.Context, obj *ent.Defect) (int, error) {
	return int(defects.Age(obj, clock.Now(ctx)) / (24 * time.Hour)), nil
}

func (r *defectResolver) Overdue(ctx context.Context, obj *ent.Defect) (bool, error) {
	return defects.Overdue(obj, clock.Now(ctx)), nil
}

func (r *defectResolver) Signatures(ctx context.Context, obj *ent.Defect, after *entgql.Cursor[ident.ID], first *int, before *entgql.Cursor[ident.ID], last *int, orderBy []*ent.FailureSignatureOrder, where *ent.FailureSignatureWhereInput) (*ent.FailureSignatureConnection, error) {
	page, err := pageOf(after, first, before, last)
	if err != nil {
		return nil, err
	}
	list := ent.FailureSignatureList{Page: page, OrderBy: orderBy, Where: where, Count: counted(ctx)}
	return connection(ctx, obj.Siblings, obj.ID, list, owned("defect_id"), r.reader(ctx).FailureSignature.LoadPages)
}

func (r *mutationResolver) DefectReport(ctx context.Context, input defects.ReportInput, idempotencyKey *string) (*model.DefectPayload, error) {
	return onDefect(ctx, r.Resolver, idempotencyKey, ident.ID{}, input, defects.Report)
}

func (r *mutationResolver) DefectRevise(ctx context.Context, input defects.ReviseInput, idempotencyKey *string) (*model.DefectPayload, error) {
	return onDefect(ctx, r.Resolver, idempotencyKey, input.ID, input, defects.Revise)
}

func (r *mutationResolver) DefectConfirm(ctx context.Context, input lifecycle.Input, idempotencyKey *string) (*model.DefectPayload, error) {
	return onDefect(ctx, r.Resolver, idempotencyKey, input.ID, input, defects.Confirm)
}

func (r *mutationResolver) DefectAssign(ctx context.Context, input defects.AssignInput, idempotencyKey *string) (*model.DefectPayload, error) {
	return onDefect(ctx, r.Resolver, idempotencyKey, input.ID, input, defects.Assign)
}

func (r *mutationResolver) DefectStart(ctx context.Context, input lifecycle.Input, idempotencyKey *string) (*model.DefectPayload, error) {
	return onDefect(ctx, r.Resolver, idempotencyKey, input.ID, input, defects.Start)
}

func (r *mutationResolver) DefectResolve(ctx context.Context, input defects.ResolveInput, idempotencyKey *string) (*model.DefectPayload, error) {
	return onDefect(ctx, r.Resolver, idempotencyKey, input.ID, input, defects.Resolve)
}

func (r *mutationResolver) DefectVerify(ctx context.Context, input lifecycle.Input, idempotencyKey *string) (*model.DefectPayload, error) {
	return onDefect(ctx, r.Resolver, idempotencyKey, input.ID, input, defects.Verify)
}

func (r *mutationResolver) DefectClose(ctx context.Context, input lifecycle.Input, idempotencyKey *string) (*model.DefectPayload, error) {
	return onDefect(ctx, r.Resolver, idempotencyKey, input.ID, input, defects.Close)
}

func (r *mutationResolver) DefectReopen(ctx context.Context, input lifecycle.Input, idempotencyKey *string) (*model.DefectPayload, error) {
	return onDefect(ctx, r.Resolver, idempotencyKey, input.ID, input, defects.Reopen)
}

func (r *mutationResolver) DefectReject(ctx context.Context, input lifecycle.Input, idempotencyKey *string) (*model.DefectPayload, error) {
	return onDefect(ctx, r.Resolver, idempotencyKey, input.ID, input, defects.Reject)
}

func (r *mutationResolver) DefectDefer(ctx context.Context, input lifecycle.Input, idempotencyKey *string) (*model.DefectPayload, error) {
	return onDefect(ctx, r.Resolver, idempotencyKey, input.ID, input, defects.Defer)
}

func (r *mutationResolver) DefectMarkDuplicate(ctx context.Context, input defects.DuplicateInput, idempotencyKey *string) (*model.DefectPayload, error) {
	return onDefect(ctx, r.Resolver, idempotencyKey, input.ID, input, defects.MarkDuplicate)
}

func (r *mutationResolver) DefectLink(ctx context.Context, input defects.LinkInput, idempotencyKey *string) (*model.DefectPayload, error) {
	return onDefect(ctx, r.Resolver, idempotencyKey, input.ID, input, defects.LinkTo)
}

func (r *mutationResolver) DefectUnlink(ctx context.Context, input defects.LinkInput, idempotencyKey *string) (*model.DefectPayload, error) {
	return onDefect(ctx, r.Resolver, idempotencyKey, input.ID, input, defects.Unlink)
}

func (r *mutationResolver) DefectTrash(ctx context.Context, input requirements.TrashInput, idempotencyKey *string) (*model.DefectsPayload, error) {
	found, wrong, err := onMany(ctx, r.Resolver, idempotencyKey, input, defects.Trash, func(x *ent.Defect) ident.ID { return x.ID }, r.reader(ctx).Defect.LoadByIDs)
	return &model.DefectsPayload{Defects: found, UserErrors: wrong}, err
}

func (r *mutationResolver) DefectRestore(ctx context.Context, input requirements.TrashInput, idempotencyKey *string) (*model.DefectsPayload, error) {
	found, wrong, err := onMany(ctx, r.Resolver, idempotencyKey, input, defects.Restore, func(x *ent.Defect) ident.ID { return x.ID }, r.reader(ctx).Defect.LoadByIDs)
	return &model.DefectsPayload{Defects: found, UserErrors: wrong}, err
}

func (r *projectResolver) TrashedDefects(ctx context.Context, obj *ent.Project, after *entgql.Cursor[ident.ID], first *int, before *entgql.Cursor[ident.ID], last *int, orderBy []*ent.DefectOrder, where *ent.DefectWhereInput) (*ent.DefectConnection, error) {
	page, err := pageOf(after, first, before, last)
	if err != nil {
		return nil, err
	}
	list := ent.DefectList{Page: page, OrderBy: orderBy, Where: where, Count: counted(ctx)}
	return connection(people.IncludingTrash(ctx), obj.Siblings, obj.ID, list, trashedOf, r.reader(ctx).Defect.LoadPages)
}
