package graph

import (
	"context"
	"errors"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/membership"
	"github.com/asterism-qa/asterism/ent/schema"
	"github.com/asterism-qa/asterism/graph/gen/model"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/people"
	"github.com/asterism-qa/asterism/internal/webhooks"
	"github.com/asterism-qa/asterism/internal/webhooks/wire"
)

func onWebhook[I any](ctx context.Context, r *Resolver, key *string, seen ident.ID, input I, do verb[I, *ent.Webhook]) (*model.WebhookPayload, error) {
	load := administered(r.reader(ctx), r.reader(ctx).Webhook.LoadByIDs, func(x *ent.Webhook) ident.ID { return x.ProjectID })
	one, wrong, err := onOne(ctx, r, key, seen, input, do, func(x *ent.Webhook) ident.ID { return x.ID }, load)
	return &model.WebhookPayload{Webhook: one, UserErrors: wrong}, err
}

// onSecret performs a verb that makes a secret and shows it this once: when the mutation is repeated nothing is made, and
// what was made then is nowhere to be read.
func onSecret[I any](
	ctx context.Context, r *Resolver, key *string, seen ident.ID, input I, do func(ctx context.Context, tx *ent.Client, input I) (*ent.Webhook, wire.Secret, error),
) (*model.WebhookPayload, error) {
	var saved *ent.Webhook
	var secret wire.Secret
	payload, err := onWebhook(ctx, r, key, seen, input, func(ctx context.Context, tx *ent.Client, input I) (made *ent.Webhook, err error) {
		made, secret, err = do(ctx, tx, input)
		saved = made
		return made, err
	})
	// What was made may have been undone, when another request with the same key was in the way and came first.
	if err == nil && len(payload.UserErrors) == 0 && payload.Webhook != nil && saved != nil &&
		payload.Webhook.ID == saved.ID && payload.Webhook.Secret == secret.Reveal() {
		shown := secret.Reveal()
		payload.Secret = &shown
	}
	return payload, err
}

// administered narrows loading to what lies in projects that the viewer administers. A receipt, or an idempotency key that
// was used before, leads to a thing without any verb that asks for the role.
func administered[T any](client *ent.Client, load loading[*T], project func(*T) ident.ID) loading[*T] {
	return func(ctx context.Context, ids []ident.ID) (map[ident.ID]*T, error) {
		found, err := load(ctx, ids)
		if err != nil {
			return nil, err
		}
		for id, one := range found {
			role, err := people.RoleIn(ctx, client, project(one))
			if err != nil && !fault.Is(err, fault.NotFound) {
				return nil, err
			}
			if role != membership.RoleADMIN {
				delete(found, id)
			}
		}
		return found, nil
	}
}

// errUnsent undoes the transaction that asked whether a test message was sent before.
var errUnsent = errors.New("no test message was sent under this key")

// ping sends a test message and writes what came of it into the log. It is sent outside of transactions, since the answer
// may take seconds. So two requests with one key may both send when they come at the same moment; one is written down.
func (r *Resolver) ping(ctx context.Context, key *string, in webhooks.RefInput) (schema.ReceiptOutcome, error) {
	if key != nil {
		outcome, err := perform(ctx, r, key, in, func(context.Context, *ent.Client) (schema.ReceiptOutcome, error) {
			return schema.ReceiptOutcome{}, errUnsent
		})
		if !errors.Is(err, errUnsent) {
			return outcome, err
		}
	}
	pinged, err := webhooks.Ping(ctx, r.Client, r.Sender, in)
	if err != nil {
		return schema.ReceiptOutcome{}, err
	}
	return perform(ctx, r, key, in, func(ctx context.Context, tx *ent.Client) (schema.ReceiptOutcome, error) {
		logged, err := pinged.Log(ctx, tx)
		if err != nil {
			return schema.ReceiptOutcome{}, err
		}
		return outcomeOf([]*ent.WebhookDelivery{logged}, func(x *ent.WebhookDelivery) ident.ID { return x.ID }), nil
	})
}

func (r *Resolver) pinged(ctx context.Context, key *string, in webhooks.RefInput) (*model.WebhookPingPayload, error) {
	outcome, err := r.ping(ctx, key, in)
	mendable, err := userErrors(err)
	if err != nil || len(mendable) > 0 {
		return &model.WebhookPingPayload{UserErrors: mendable}, err
	}
	load := administered(r.reader(ctx), r.reader(ctx).WebhookDelivery.LoadByIDs, func(x *ent.WebhookDelivery) ident.ID { return x.ProjectID })
	shown, err := inOrder(ctx, ids(outcome), load)
	if err != nil || len(shown) == 0 {
		return &model.WebhookPingPayload{UserErrors: mendable}, err
	}
	return &model.WebhookPingPayload{Delivery: shown[0], UserErrors: mendable}, nil
}
