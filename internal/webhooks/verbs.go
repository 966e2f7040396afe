package webhooks

import (
	"context"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/consumer"
	"github.com/asterism-qa/asterism/ent/gen/ent/webhookdelivery"
	"github.com/asterism-qa/asterism/internal/clock"
	"github.com/asterism-qa/asterism/internal/consumers"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
	"github.com/asterism-qa/asterism/internal/webhooks/wire"
)

// RotateSecret makes a new secret and gives it this once. The present one signs too for 24 hours; one that did so before
// is forgotten at once.
func RotateSecret(ctx context.Context, tx *ent.Client, in RefInput) (*ent.Webhook, wire.Secret, error) {
	hook, _, err := hold(ctx, tx, in.ID)
	if err != nil {
		return nil, wire.Secret{}, err
	}
	secret := wire.NewSecret()
	saved, err := tx.Webhook.UpdateOne(hook).SetSecret(secret.Reveal()).SetPreviousSecret(hook.Secret).
		SetPreviousUntil(clock.Now(ctx).Add(overlap)).AddVersion(1).Save(ctx)
	if err != nil {
		return nil, wire.Secret{}, bulk.Explain(err, "webhook")
	}
	return saved, secret, nil
}

// Pause stops sending. A request that is under way is waited for, and its answer counts.
func Pause(ctx context.Context, tx *ent.Client, in RefInput) (*ent.Webhook, error) {
	return change(ctx, tx, in, func(held *consumers.Held) error {
		_, err := held.Stop(ctx, tx, consumer.StatePAUSED, "")
		return err
	})
}

// Resume goes on sending, at once: attempts in vain are forgotten.
func Resume(ctx context.Context, tx *ent.Client, in RefInput) (*ent.Webhook, error) {
	return change(ctx, tx, in, func(held *consumers.Held) error {
		_, err := held.GoOn(ctx, tx)
		return err
	})
}

// Replay sends the changes after a cursor again, or leaves out those before it. What is under way counts no more.
func Replay(ctx context.Context, tx *ent.Client, in ReplayInput) (*ent.Webhook, error) {
	return change(ctx, tx, RefInput{ID: in.ID}, func(held *consumers.Held) error {
		_, err := held.MoveTo(ctx, tx, in.Cursor)
		return err
	})
}

// change changes the consumer of a webhook.
func change(ctx context.Context, tx *ent.Client, in RefInput, act func(*consumers.Held) error) (*ent.Webhook, error) {
	hook, held, err := hold(ctx, tx, in.ID)
	if err != nil {
		return nil, err
	}
	return hook, act(held)
}

// Delete stops sending for good and forgets the webhook, its place and its log. It gives the webhook as it was.
func Delete(ctx context.Context, tx *ent.Client, in RefInput) (*ent.Webhook, error) {
	hook, held, err := hold(ctx, tx, in.ID)
	if err != nil {
		return nil, err
	}
	if _, err := tx.WebhookDelivery.Delete().Where(webhookdelivery.WebhookID(hook.ID)).Exec(ctx); err != nil {
		return nil, err
	}
	if err := tx.Webhook.DeleteOne(hook).Exec(ctx); err != nil {
		return nil, err
	}
	return hook, held.Remove(ctx, tx)
}
