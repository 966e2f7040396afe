package webhooks

import (
	"context"
	"sync"
	"time"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/consumer"
	"github.com/asterism-qa/asterism/ent/gen/ent/consumerposition"
	"github.com/asterism-qa/asterism/ent/gen/ent/predicate"
	"github.com/asterism-qa/asterism/ent/gen/ent/project"
	"github.com/asterism-qa/asterism/internal/clock"
	"github.com/asterism-qa/asterism/internal/consumers"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/feed"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
)

// look gives every webhook that is ACTIVE and that nobody sends for a courier, and nudges couriers whose webhook is not as
// they saw it.
func (w *Worker) look(ctx context.Context, all *sync.WaitGroup) error {
	active, positions, err := w.active(ctx)
	if err != nil {
		return err
	}
	now := clock.Now(ctx)
	for _, served := range active {
		at := positions[served.ID]
		if at == nil { // it was deleted in between
			continue
		}
		if c := w.couriers[served.ID]; c != nil {
			c.nudgeIf(shapeOf(served, at))
			continue
		}
		if at.LeaseUntil != nil && at.LeaseUntil.After(now) {
			continue
		}
		lease, err := consumers.Lease(ctx, w.hub, served)
		if fault.Is(err, fault.Precondition) || fault.Is(err, fault.NotFound) {
			continue // somebody else was first
		}
		if err != nil {
			return err
		}
		w.begin(ctx, all, served.ID, lease)
	}
	return nil
}

// active are the consumers of webhooks that are ACTIVE, in projects that are not in the trash, with their positions.
func (w *Worker) active(ctx context.Context) ([]*ent.Consumer, map[ident.ID]*ent.ConsumerPosition, error) {
	found, err := w.client.Consumer.Query().Where(consumer.KindEQ(consumer.KindWEBHOOK), consumer.StateEQ(consumer.StateACTIVE),
		consumer.HasProjectWith(project.DeletedAtIsNil())).All(ctx)
	if err != nil || len(found) == 0 {
		return nil, nil, err
	}
	ids := make([]ident.ID, len(found))
	for i, one := range found {
		ids[i] = one.ID
	}
	positions, err := w.client.ConsumerPosition.Query().
		Where(bulk.IDs[predicate.ConsumerPosition](consumerposition.FieldConsumerID, ids)).All(ctx)
	if err != nil {
		return nil, nil, err
	}
	byConsumer := make(map[ident.ID]*ent.ConsumerPosition, len(positions))
	for _, one := range positions {
		byConsumer[one.ConsumerID] = one
	}
	return found, byConsumer, nil
}

// begin lets a courier send under a lease.
func (w *Worker) begin(ctx context.Context, all *sync.WaitGroup, id ident.ID, lease string) {
	ctx, cancel := context.WithCancel(ctx)
	c := &courier{worker: w, id: id, lease: lease, cancel: cancel, nudge: make(chan struct{}, 1)}
	w.couriers[id] = c
	all.Go(func() {
		defer cancel()
		if c.run(ctx) { // somebody may go on at once: the place was moved, or the webhook resumed
			w.lookSoon()
		}
		w.ended <- c
	})
}

// shape is what a courier waits by: when it is another one, waiting is no longer right.
type shape struct {
	version int
	next    time.Time
	lease   string
}

func shapeOf(served *ent.Consumer, at *ent.ConsumerPosition) shape {
	is := shape{version: served.Version, lease: at.Lease}
	if at.NextAttemptAt != nil {
		is.next = at.NextAttemptAt.UTC()
	}
	return is
}

// nudgeIf wakes a courier that waits for something else than there is now.
func (c *courier) nudgeIf(now shape) {
	if waits := c.waits.Load(); waits != nil && *waits != now {
		select {
		case c.nudge <- struct{}{}:
		default:
		}
	}
}

// lostLease tells whether an error says that somebody else sends now, or nobody shall.
func lostLease(err error) bool {
	return fault.Is(err, feed.LeaseLost) || fault.Is(err, fault.NotFound)
}
