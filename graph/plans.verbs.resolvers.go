package graph

import (
	"context"

	"github.com/asterism-qa/asterism/graph/gen/model"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/lifecycle"
	"github.com/asterism-qa/asterism/internal/plans"
)

func (r *mutationResolver) ReleaseCreate(ctx context.Context, input plans.ReleaseCreateInput, idempotencyKey *string) (*model.ReleasePayload, error) {
	return onRelease(ctx, r.Resolver, idempotencyKey, ident.ID{}, input, plans.CreateRelease)
}

func (r *mutationResolver) ReleaseStart(ctx context.Context, input lifecycle.Input, idempotencyKey *string) (*model.ReleasePayload, error) {
	return onRelease(ctx, r.Resolver, idempotencyKey, input.ID, input, plans.StartRelease)
}

func (r *mutationResolver) ReleaseFinish(ctx context.Context, input lifecycle.Input, idempotencyKey *string) (*model.ReleasePayload, error) {
	return onRelease(ctx, r.Resolver, idempotencyKey, input.ID, input, plans.FinishRelease)
}

func (r *mutationResolver) ReleaseLock(ctx context.Context, input lifecycle.Input, idempotencyKey *string) (*model.ReleasePayload, error) {
	return onRelease(ctx, r.Resolver, idempotencyKey, input.ID, input, plans.LockRelease)
}

func (r *mutationResolver) ReleaseReopen(ctx context.Context, input lifecycle.Input, idempotencyKey *string) (*model.ReleasePayload, error) {
	return onRelease(ctx, r.Resolver, idempotencyKey, input.ID, input, plans.ReopenRelease)
}

func (r *mutationResolver) ReleaseRollBack(ctx context.Context, input lifecycle.Input, idempotencyKey *string) (*model.ReleasePayload, error) {
	return onRelease(ctx, r.Resolver, idempotencyKey, input.ID, input, plans.RollBackRelease)
}

func (r *mutationResolver) CycleCreate(ctx context.Context, input plans.CycleCreateInput, idempotencyKey *string) (*model.CyclePayload, error) {
	return onCycle(ctx, r.Resolver, idempotencyKey, ident.ID{}, input, plans.CreateCycle)
}

func (r *mutationResolver) CycleReady(ctx context.Context, input plans.CycleReadyInput, idempotencyKey *string) (*model.CyclePayload, error) {
	return onCycle(ctx, r.Resolver, idempotencyKey, input.ID, input, plans.ReadyCycle)
}

func (r *mutationResolver) CycleStart(ctx context.Context, input lifecycle.Input, idempotencyKey *string) (*model.CyclePayload, error) {
	return onCycle(ctx, r.Resolver, idempotencyKey, input.ID, input, plans.StartCycle)
}

func (r *mutationResolver) CyclePause(ctx context.Context, input lifecycle.Input, idempotencyKey *string) (*model.CyclePayload, error) {
	return onCycle(ctx, r.Resolver, idempotencyKey, input.ID, input, plans.PauseCycle)
}

func (r *mutationResolver) CycleResume(ctx context.Context, input lifecycle.Input, idempotencyKey *string) (*model.CyclePayload, error) {
	return onCycle(ctx, r.Resolver, idempotencyKey, input.ID, input, plans.ResumeCycle)
}

func (r *mutationResolver) CycleComplete(ctx context.Context, input lifecycle.Input, idempotencyKey *string) (*model.CyclePayload, error) {
	return onCycle(ctx, r.Resolver, idempotencyKey, input.ID, input, plans.CompleteCycle)
}

func (r *mutationResolver) CycleClose(ctx context.Context, input lifecycle.Input, idempotencyKey *string) (*model.CyclePayload, error) {
	return onCycle(ctx, r.Resolver, idempotencyKey, input.ID, input, plans.CloseCycle)
}

func (r *mutationResolver) CycleAbort(ctx context.Context, input lifecycle.Input, idempotencyKey *string) (*model.CyclePayload, error) {
	return onCycle(ctx, r.Resolver, idempotencyKey, input.ID, input, plans.AbortCycle)
}
