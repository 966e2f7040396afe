package graph

import (
	"context"
	"time"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/graph/gen/exec"
	"github.com/asterism-qa/asterism/graph/gen/model"
	"github.com/asterism-qa/asterism/internal/clock"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/webhooks"
)

func (r *mutationResolver) WebhookCreate(ctx context.Context, input webhooks.CreateInput, idempotencyKey *string) (*model.WebhookPayload, error) {
	return onSecret(ctx, r.Resolver, idempotencyKey, ident.ID{}, input, r.Webhooks.Create)
}

func (r *mutationResolver) WebhookRevise(ctx context.Context, input webhooks.ReviseInput, idempotencyKey *string) (*model.WebhookPayload, error) {
	return onWebhook(ctx, r.Resolver, idempotencyKey, input.ID, input, r.Webhooks.Revise)
}

func (r *mutationResolver) WebhookRotateSecret(ctx context.Context, input webhooks.RefInput, idempotencyKey *string) (*model.WebhookPayload, error) {
	return onSecret(ctx, r.Resolver, idempotencyKey, input.ID, input, webhooks.RotateSecret)
}

func (r *mutationResolver) WebhookPause(ctx context.Context, input webhooks.RefInput, idempotencyKey *string) (*model.WebhookPayload, error) {
	return onWebhook(ctx, r.Resolver, idempotencyKey, input.ID, input, webhooks.Pause)
}

func (r *mutationResolver) WebhookResume(ctx context.Context, input webhooks.RefInput, idempotencyKey *string) (*model.WebhookPayload, error) {
	return onWebhook(ctx, r.Resolver, idempotencyKey, input.ID, input, webhooks.Resume)
}

func (r *mutationResolver) WebhookReplay(ctx context.Context, input webhooks.ReplayInput, idempotencyKey *string) (*model.WebhookPayload, error) {
	return onWebhook(ctx, r.Resolver, idempotencyKey, input.ID, input, webhooks.Replay)
}

func (r *mutationResolver) WebhookPing(ctx context.Context, input webhooks.RefInput, idempotencyKey *string) (*model.WebhookPingPayload, error) {
	return r.pinged(ctx, idempotencyKey, input)
}

func (r *mutationResolver) WebhookDelete(ctx context.Context, input webhooks.RefInput, idempotencyKey *string) (*model.WebhookPayload, error) {
	return onWebhook(ctx, r.Resolver, idempotencyKey, input.ID, input, webhooks.Delete)
}

func (r *projectResolver) Webhooks(ctx context.Context, obj *ent.Project) ([]*ent.Webhook, error) {
	return r.webhooksOf(ctx, obj)
}

func (r *webhookResolver) Name(ctx context.Context, obj *ent.Webhook) (string, error) {
	served, err := r.served(ctx, obj)
	if err != nil {
		return "", err
	}
	return served.Name, nil
}

func (r *webhookResolver) Consumer(ctx context.Context, obj *ent.Webhook) (*ent.Consumer, error) {
	return r.served(ctx, obj)
}

func (r *webhookResolver) PreviousSecretUntil(ctx context.Context, obj *ent.Webhook) (*time.Time, error) {
	if obj.PreviousUntil == nil || !clock.Now(ctx).Before(*obj.PreviousUntil) { // it may lie there a little longer
		return nil, nil
	}
	return obj.PreviousUntil, nil
}

func (r *webhookResolver) Attempts(ctx context.Context, obj *ent.Webhook) (int, error) {
	at, err := r.sending(ctx, obj)
	return at.Attempts, err
}

func (r *webhookResolver) FailingSince(ctx context.Context, obj *ent.Webhook) (*time.Time, error) {
	at, err := r.sending(ctx, obj)
	return at.FailingSince, err
}

func (r *webhookResolver) NextAttemptAt(ctx context.Context, obj *ent.Webhook) (*time.Time, error) {
	at, err := r.sending(ctx, obj)
	return at.NextAttemptAt, err
}

func (r *webhookResolver) LastError(ctx context.Context, obj *ent.Webhook) (*string, error) {
	return ofLog(ctx, r.Resolver, obj, "lastErrors", webhooks.LastErrors)
}

func (r *webhookResolver) LatencyMs(ctx context.Context, obj *ent.Webhook) (*int, error) {
	return ofLog(ctx, r.Resolver, obj, "latencies", webhooks.Latencies)
}

func (r *webhookResolver) Deliveries(ctx context.Context, obj *ent.Webhook, first *int) ([]*ent.WebhookDelivery, error) {
	return r.attempts(ctx, obj, first)
}

func (r *webhookDeliveryResolver) At(ctx context.Context, obj *ent.WebhookDelivery) (*time.Time, error) {
	return &obj.CreatedAt, nil
}

func (r *Resolver) Webhook() exec.WebhookResolver { return &webhookResolver{r} }

func (r *Resolver) WebhookDelivery() exec.WebhookDeliveryResolver { return &webhookDeliveryResolver{r} }

type (
	webhookResolver         struct{ *Resolver }
	webhookDeliveryResolver struct{ *Resolver }
)
