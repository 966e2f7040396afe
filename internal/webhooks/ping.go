package webhooks

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/google/uuid"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/webhookdelivery"
	"github.com/asterism-qa/asterism/internal/changes"
	"github.com/asterism-qa/asterism/internal/clock"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/webhooks/wire"
)

// Pinged is a test message that was sent and is not in the log yet.
type Pinged struct {
	hook    ident.ID
	attempt attempt
}

// Ping sends a test message now, outside the order of changes; also when the webhook is PAUSED, so that what was mended
// can be tried. It writes nothing: waiting for an answer inside a transaction would keep others waiting.
func Ping(ctx context.Context, client *ent.Client, sender *wire.Sender, in RefInput) (Pinged, error) {
	hook, owner, err := find(ctx, client, in.ID)
	if err != nil {
		return Pinged{}, err
	}
	id, err := uuid.NewV7()
	if err != nil {
		return Pinged{}, fmt.Errorf("name a ping: %w", err)
	}
	now := clock.Now(ctx)
	envelope, err := json.Marshal(struct {
		Project string   `json:"project"`
		Webhook ident.ID `json:"webhook"`
		Ping    bool     `json:"ping"`
	}{owner.Key, hook.ID, true})
	if err != nil {
		return Pinged{}, fmt.Errorf("write a ping: %w", err)
	}
	body, err := wire.Body(wire.Meta{EventID: id.String(), ProjectKey: owner.Key, Type: "WEBHOOK", Op: "PING", Subject: hook.ID.String(), At: now}, envelope)
	if err != nil {
		return Pinged{}, err
	}
	outcome := sender.Send(ctx, wire.Delivery{URL: hook.URL, ID: id.String(), At: now, Body: body, Secrets: secretsOf(hook, now)})
	if outcome.Interrupted {
		return Pinged{}, ctx.Err()
	}
	came := webhookdelivery.OutcomeFAILED
	if outcome.Delivered {
		came = webhookdelivery.OutcomeDELIVERED
	}
	return Pinged{hook.ID, attempt{event: id.String(), number: 1, outcome: outcome, came: came}}, nil
}

// Log writes a test message into the log of its webhook, under the number 0.
func (p Pinged) Log(ctx context.Context, tx *ent.Client) (*ent.WebhookDelivery, error) {
	hook, _, err := hold(ctx, tx, p.hook) // so that it is not deleted in between
	if err != nil {
		return nil, err
	}
	if err := tidy(ctx, tx, hook.ID); err != nil {
		return nil, err
	}
	return p.attempt.keep(ctx, tx, hook)
}

// PingAndLog sends a test message and writes what came of it into the log.
func PingAndLog(ctx context.Context, client *ent.Client, hub *changes.Hub, sender *wire.Sender, in RefInput) (logged *ent.WebhookDelivery, err error) {
	pinged, err := Ping(ctx, client, sender, in)
	if err != nil {
		return nil, err
	}
	err = hub.Write(ctx, func(ctx context.Context, tx *ent.Client) (err error) {
		logged, err = pinged.Log(ctx, tx)
		return err
	})
	return logged, err
}
