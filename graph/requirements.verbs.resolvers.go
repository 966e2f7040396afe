package graph

import (
	"context"

	"entgo.io/contrib/entgql"
	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/graph/gen/model"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/lifecycle"
	"github.com/asterism-qa/asterism/internal/people"
	"github.com/asterism-qa/asterism/internal/requirements"
)

func (r *mutationResolver) RequirementCreate(ctx context.Context, input requirements.CreateInput, idempotencyKey *string) (*model.RequirementPayload, error) {
	return onRequirement(ctx, r.Resolver, idempotencyKey, ident.ID{}, input, requirements.Create)
}

func (r *mutationResolver) RequirementRevise(ctx context.Context, input requirements.ReviseInput, idempotencyKey *string) (*model.RequirementPayload, error) {
	return onRequirement(ctx, r.Resolver, idempotencyKey, input.ID, input, requirements.Revise)
}

func (r *mutationResolver) RequirementRestoreVersion(ctx context.Context, input requirements.RestoreVersionInput, idempotencyKey *string) (*model.RequirementPayload, error) {
	return onRequirement(ctx, r.Resolver, idempotencyKey, input.ID, input, requirements.RestoreVersion)
}

func (r *mutationResolver) RequirementMove(ctx context.Context, input requirements.MoveInput, idempotencyKey *string) (*model.RequirementPayload, error) {
	return onRequirement(ctx, r.Resolver, idempotencyKey, input.ID, input, requirements.Move)
}

func (r *mutationResolver) RequirementSubmit(ctx context.Context, input requirements.SubmitInput, idempotencyKey *string) (*model.RequirementPayload, error) {
	return onRequirement(ctx, r.Resolver, idempotencyKey, input.ID, input, requirements.Submit)
}

func (r *mutationResolver) RequirementApprove(ctx context.Context, input lifecycle.Input, idempotencyKey *string) (*model.RequirementPayload, error) {
	return onRequirement(ctx, r.Resolver, idempotencyKey, input.ID, input, requirements.Approve)
}

func (r *mutationResolver) RequirementRework(ctx context.Context, input lifecycle.Input, idempotencyKey *string) (*model.RequirementPayload, error) {
	return onRequirement(ctx, r.Resolver, idempotencyKey, input.ID, input, requirements.Rework)
}

func (r *mutationResolver) RequirementImplement(ctx context.Context, input lifecycle.Input, idempotencyKey *string) (*model.RequirementPayload, error) {
	return onRequirement(ctx, r.Resolver, idempotencyKey, input.ID, input, requirements.Implement)
}

func (r *mutationResolver) RequirementVerify(ctx context.Context, input lifecycle.Input, idempotencyKey *string) (*model.RequirementPayload, error) {
	return onRequirement(ctx, r.Resolver, idempotencyKey, input.ID, input, requirements.Verify)
}

func (r *mutationResolver) RequirementRetire(ctx context.Context, input lifecycle.Input, idempotencyKey *string) (*model.RequirementPayload, error) {
	return onRequirement(ctx, r.Resolver, idempotencyKey, input.ID, input, requirements.Retire)
}

func (r *mutationResolver) RequirementTrash(ctx context.Context, input requirements.TrashInput, idempotencyKey *string) (*model.RequirementsPayload, error) {
	found, wrong, err := onMany(ctx, r.Resolver, idempotencyKey, input, requirements.Trash, func(x *ent.Requirement) ident.ID { return x.ID }, r.reader(ctx).Requirement.LoadByIDs)
	return &model.RequirementsPayload{Requirements: found, UserErrors: wrong}, err
}

func (r *mutationResolver) RequirementRestore(ctx context.Context, input requirements.TrashInput, idempotencyKey *string) (*model.RequirementsPayload, error) {
	found, wrong, err := onMany(ctx, r.Resolver, idempotencyKey, input, requirements.Restore, func(x *ent.Requirement) ident.ID { return x.ID }, r.reader(ctx).Requirement.LoadByIDs)
	return &model.RequirementsPayload{Requirements: found, UserErrors: wrong}, err
}

func (r *projectResolver) TrashedRequirements(ctx context.Context, obj *ent.Project, after *entgql.Cursor[ident.ID], first *int, before *entgql.Cursor[ident.ID], last *int, orderBy []*ent.RequirementOrder, where *ent.RequirementWhereInput) (*ent.RequirementConnection, error) {
	page, err := pageOf(after, first, before, last)
	if err != nil {
		return nil, err
	}
	list := ent.RequirementList{Page: page, OrderBy: orderBy, Where: where, Count: counted(ctx)}
	return connection(people.IncludingTrash(ctx), obj.Siblings, obj.ID, list, trashedOf, r.reader(ctx).Requirement.LoadPages)
}
