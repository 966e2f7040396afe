package webhooks

import (
	"context"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/consumer"
	"github.com/asterism-qa/asterism/ent/gen/ent/membership"
	"github.com/asterism-qa/asterism/internal/clock"
	"github.com/asterism-qa/asterism/internal/consumers"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/projects"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
	"github.com/asterism-qa/asterism/internal/webhooks/wire"
)

// Create makes a webhook with its consumer, and the secret that signs what it sends. This is the one time that the secret
// is given.
func (r Rules) Create(ctx context.Context, tx *ent.Client, in CreateInput) (*ent.Webhook, wire.Secret, error) {
	var check fault.Check
	consumers.CheckName(&check, in.Name)
	address, err := r.checkURL(&check, in.URL)
	if err != nil {
		return nil, wire.Secret{}, err
	}
	if err := consumers.CheckFilter(&check, in.Filter); err != nil {
		return nil, wire.Secret{}, err
	}
	checkSkip(&check, in.SkipAfter, 1)
	if err := check.Err(); err != nil {
		return nil, wire.Secret{}, err
	}
	owner, err := projects.Named(ctx, tx, in.Project, membership.RoleADMIN)
	if err != nil {
		return nil, wire.Secret{}, err
	}
	served, err := consumers.Make(ctx, tx, owner, consumer.KindWEBHOOK, in.Name, in.Filter, in.After)
	if err != nil {
		return nil, wire.Secret{}, err
	}
	secret, now := wire.NewSecret(), clock.Now(ctx)
	made, err := tx.Webhook.Create().SetProjectID(owner.ID).SetConsumerID(served.ID).SetURL(address).SetSecret(secret.Reveal()).
		SetNillableSkipAfter(in.SkipAfter).SetCreatedAt(now).SetUpdatedAt(now).Save(ctx)
	if err != nil {
		return nil, wire.Secret{}, bulk.Explain(err, "webhook")
	}
	return made, secret, nil
}
