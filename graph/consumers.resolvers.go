package graph

import (
	"context"
	"time"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/graph/gen/exec"
	"github.com/asterism-qa/asterism/graph/gen/model"
	"github.com/asterism-qa/asterism/internal/consumers"
)

func (r *consumerResolver) Position(ctx context.Context, obj *ent.Consumer) (string, error) {
	at, err := r.position(ctx, obj)
	return at.Cursor, err
}

func (r *consumerResolver) Acked(ctx context.Context, obj *ent.Consumer) (int, error) {
	at, err := r.position(ctx, obj)
	return int(at.Acked), err
}

func (r *consumerResolver) AckedAt(ctx context.Context, obj *ent.Consumer) (*time.Time, error) {
	at, err := r.position(ctx, obj)
	return at.AckedAt, err
}

func (r *consumerResolver) Lag(ctx context.Context, obj *ent.Consumer) (int, error) {
	at, err := r.position(ctx, obj)
	return int(at.Lag), err
}

func (r *consumerResolver) ServedUntil(ctx context.Context, obj *ent.Consumer) (*time.Time, error) {
	at, err := r.position(ctx, obj)
	return at.ServedUntil, err
}

func (r *mutationResolver) ConsumerCreate(ctx context.Context, input consumers.CreateInput, idempotencyKey *string) (*model.ConsumerPayload, error) {
	return onConsumer(ctx, r.Resolver, idempotencyKey, input, consumers.Create)
}

func (r *mutationResolver) ConsumerAck(ctx context.Context, input consumers.AckInput, idempotencyKey *string) (*model.ConsumerPayload, error) {
	return onConsumer(ctx, r.Resolver, idempotencyKey, input, consumers.Ack)
}

func (r *mutationResolver) ConsumerMove(ctx context.Context, input consumers.MoveInput, idempotencyKey *string) (*model.ConsumerPayload, error) {
	return onConsumer(ctx, r.Resolver, idempotencyKey, input, consumers.Move)
}

func (r *mutationResolver) ConsumerPause(ctx context.Context, input consumers.RefInput, idempotencyKey *string) (*model.ConsumerPayload, error) {
	return onConsumer(ctx, r.Resolver, idempotencyKey, input, consumers.Pause)
}

func (r *mutationResolver) ConsumerResume(ctx context.Context, input consumers.RefInput, idempotencyKey *string) (*model.ConsumerPayload, error) {
	return onConsumer(ctx, r.Resolver, idempotencyKey, input, consumers.Resume)
}

func (r *mutationResolver) ConsumerDelete(ctx context.Context, input consumers.RefInput, idempotencyKey *string) (*model.ConsumerPayload, error) {
	return onConsumer(ctx, r.Resolver, idempotencyKey, input, consumers.Delete)
}

func (r *projectResolver) Consumers(ctx context.Context, obj *ent.Project) ([]*ent.Consumer, error) {
	return r.consumersOf(ctx, obj)
}

func (r *projectResolver) Consumer(ctx context.Context, obj *ent.Project, name string) (*ent.Consumer, error) {
	return r.consumerNamed(ctx, obj, name)
}

func (r *Resolver) Consumer() exec.ConsumerResolver { return &consumerResolver{r} }

type consumerResolver struct{ *Resolver }
