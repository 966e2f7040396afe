package consumers

import (
	"context"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/consumer"
	"github.com/asterism-qa/asterism/ent/gen/ent/consumerposition"
	"github.com/asterism-qa/asterism/ent/gen/ent/membership"
	"github.com/asterism-qa/asterism/ent/gen/ent/predicate"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/projects"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
)

// Held is a consumer with its position, which nobody else moves until the transaction ends.
type Held struct {
	*ent.Consumer
	// At is its position.
	At *ent.ConsumerPosition
	// Owner is its project.
	Owner *ent.Project
}

// fetching finds a consumer that fetches its changes, by the names in an input. One that has them sent belongs to its
// webhook, whose verbs are for administrators.
func fetching(ctx context.Context, tx *ent.Client, key, name string) (*Held, error) {
	owner, err := projects.Named(ctx, tx, key, membership.RoleEDITOR)
	if err != nil {
		return nil, err
	}
	id, err := tx.Consumer.Query().Where(consumer.ProjectID(owner.ID), consumer.Name(name)).OnlyID(ctx)
	if ent.IsNotFound(err) {
		return nil, fault.New(fault.NotFound, "project %s has no consumer %s", owner.Key, name).At("consumer")
	}
	if err != nil {
		return nil, err
	}
	held, err := Hold(ctx, tx, owner, id)
	if err != nil {
		return nil, err
	}
	if held.Kind != consumer.KindPULL {
		return nil, fault.New(fault.Precondition, "the changes of %s are sent by a webhook; use the mutations for webhooks", name).At("consumer")
	}
	return held, nil
}

// Hold reads a consumer of a project for a change. The position is locked first, and the consumer read afterwards: so
// everybody waits in the same order, and sees what the one before did.
func Hold(ctx context.Context, tx *ent.Client, owner *ent.Project, id ident.ID) (*Held, error) {
	at, err := tx.ConsumerPosition.Query().Where(consumerposition.ProjectID(owner.ID), consumerposition.ConsumerID(id),
		bulk.Lock[predicate.ConsumerPosition]()).Unique(false).Only(ctx)
	if ent.IsNotFound(err) {
		return nil, gone()
	}
	if err != nil {
		return nil, err
	}
	found, err := tx.Consumer.Get(ctx, id)
	if ent.IsNotFound(err) {
		return nil, gone()
	}
	return &Held{Consumer: found, At: at, Owner: owner}, err
}

// gone is what somebody hears whose consumer was deleted at the same moment.
func gone() error {
	return fault.New(fault.NotFound, "this consumer is no longer there").At("consumer")
}
