package webhooks

import (
	"context"
	"time"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/webhook"
	"github.com/asterism-qa/asterism/internal/changes"
	"github.com/asterism-qa/asterism/internal/clock"
	"github.com/asterism-qa/asterism/internal/webhooks/wire"
)

// secretsOf are those that sign now, the present one first. One that cannot be read is left out; without any the delivery
// fails and says so.
func secretsOf(hook *ent.Webhook, now time.Time) []wire.Secret {
	texts := []string{hook.Secret}
	if hook.PreviousUntil != nil && now.Before(*hook.PreviousUntil) {
		texts = append(texts, hook.PreviousSecret)
	}
	var secrets []wire.Secret
	for _, text := range texts {
		if secret, err := wire.ParseSecret(text); err == nil {
			secrets = append(secrets, secret)
		}
	}
	return secrets
}

// forgetPrevious deletes previous secrets that sign no more.
func forgetPrevious(ctx context.Context, client *ent.Client, hub *changes.Hub) error {
	over := webhook.PreviousUntilLTE(clock.Now(ctx))
	isAny, err := client.Webhook.Query().Where(over).Exist(ctx)
	if err != nil || !isAny {
		return err
	}
	return hub.Write(ctx, func(ctx context.Context, tx *ent.Client) error {
		return tx.Webhook.Update().Where(over).SetPreviousSecret("").ClearPreviousUntil().Exec(ctx)
	})
}
