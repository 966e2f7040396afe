package webhooks

import (
	"context"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/membership"
	"github.com/asterism-qa/asterism/internal/consumers"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/projects"
)

// find brings a webhook for an administrator.
func find(ctx context.Context, client *ent.Client, id ident.ID) (*ent.Webhook, *ent.Project, error) {
	hook, err := client.Webhook.Get(ctx, id)
	if ent.IsNotFound(err) {
		return nil, nil, notThere()
	}
	if err != nil {
		return nil, nil, err
	}
	owner, err := projects.For(ctx, client, hook.ProjectID, membership.RoleADMIN)
	if ent.IsNotFound(err) { // it lies in the trash
		return nil, nil, notThere()
	}
	return hook, owner, err
}

// hold brings a webhook for a change, together with its consumer. Whoever changes one of them holds the position, so what
// is read afterwards stays as it is until the transaction ends.
func hold(ctx context.Context, tx *ent.Client, id ident.ID) (*ent.Webhook, *consumers.Held, error) {
	hook, owner, err := find(ctx, tx, id)
	if err != nil {
		return nil, nil, err
	}
	held, err := consumers.Hold(ctx, tx, owner, hook.ConsumerID)
	if fault.Is(err, fault.NotFound) {
		return nil, nil, notThere()
	}
	if err != nil {
		return nil, nil, err
	}
	hook, err = tx.Webhook.Get(ctx, id)
	if ent.IsNotFound(err) {
		return nil, nil, notThere()
	}
	return hook, held, err
}

func notThere() error {
	return fault.New(fault.NotFound, "there is no such webhook, or you may not see it").At("id")
}
