package webhooks

import (
	"context"
	"errors"
	"log/slog"
	"sync/atomic"
	"time"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/consumer"
	"github.com/asterism-qa/asterism/ent/gen/ent/consumerposition"
	"github.com/asterism-qa/asterism/ent/gen/ent/project"
	"github.com/asterism-qa/asterism/ent/gen/ent/webhook"
	"github.com/asterism-qa/asterism/internal/clock"
	"github.com/asterism-qa/asterism/internal/consumers"
	"github.com/asterism-qa/asterism/internal/feed"
	"github.com/asterism-qa/asterism/internal/ident"
)

// ahead is how many changes a courier reads at once.
const ahead = 50

// courier sends the changes of one webhook, one after the other, for as long as it holds the lease.
type courier struct {
	worker *Worker
	id     ident.ID // of the consumer
	lease  string
	cancel context.CancelFunc
	nudge  chan struct{}
	waits  atomic.Pointer[shape] // while it waits for the next attempt

	known   place          // where the database says that it is
	at      feed.Position  // how far it has come, which the filter may have let it run ahead
	behind  feed.Position  // where the changes that were read end
	pending []*feed.Change // what was read and not sent yet
	since   time.Time      // when at ran ahead of the database; zero while it does not
	written int            // deliveries since the log was tidied
}

// place is where the database says that a consumer is, and under which settings.
type place struct {
	at      feed.Position
	version int
}

// scene is a webhook at the moment before something is sent.
type scene struct {
	hook    *ent.Webhook
	served  *ent.Consumer
	at      *ent.ConsumerPosition
	project *ent.Project
}

// run sends until there is nothing to send for: then it tells that somebody may look at once who goes on. After an error
// it does not: the same would go wrong again at once.
func (c *courier) run(ctx context.Context) (goOn bool) {
	for {
		err := c.step(ctx)
		switch {
		case err == nil:
			continue
		case ctx.Err() != nil:
		case errors.Is(err, errEnded), lostLease(err):
			goOn = true
		default:
			slog.ErrorContext(ctx, "a webhook cannot go on sending; it is tried again", "consumer", c.id.String(), "error", err)
		}
		c.release(ctx)
		return goOn
	}
}

// errEnded says that there is nothing to send for: the webhook is gone, does not send now, or somebody else does.
var errEnded = errors.New("the courier is no longer needed")

// release gives the lease back, unless the worker stops, which does that for all.
func (c *courier) release(ctx context.Context) {
	if ctx.Err() == nil {
		_ = consumers.Release(ctx, c.worker.hub, c.id, c.lease) // one that cannot be given back ends by itself
	}
}

// step does the next thing: waits for the next attempt or for changes, or sends one.
func (c *courier) step(ctx context.Context) error {
	is, err := c.load(ctx)
	if err != nil {
		return err
	}
	if known := (place{placeOf(is.at), is.served.Version}); known != c.known {
		c.known, c.at, c.pending, c.since = known, known.at, nil, time.Time{}
	}
	if until := is.at.NextAttemptAt; until != nil && until.After(clock.Now(ctx)) {
		return c.await(ctx, is)
	}
	if len(c.pending) == 0 {
		if err := c.read(ctx, is); err != nil || len(c.pending) == 0 {
			return err
		}
	}
	return c.deliver(ctx, is, c.pending[0])
}

// load reads the webhook anew: it may have been paused, revised, moved or deleted.
func (c *courier) load(ctx context.Context) (*scene, error) {
	hook, err := c.worker.client.Webhook.Query().Where(webhook.ConsumerID(c.id), webhook.HasProjectWith(project.DeletedAtIsNil())).
		WithConsumer().WithProject().Only(ctx)
	if ent.IsNotFound(err) {
		return nil, errEnded
	}
	if err != nil {
		return nil, err
	}
	at, err := c.worker.client.ConsumerPosition.Query().Where(consumerposition.ConsumerID(c.id)).Only(ctx)
	if ent.IsNotFound(err) {
		return nil, errEnded
	}
	if err != nil {
		return nil, err
	}
	is := &scene{hook: hook, served: hook.Edges.Consumer, at: at, project: hook.Edges.Project}
	if is.served == nil || is.project == nil || is.served.State != consumer.StateACTIVE || at.Lease != c.lease || at.LeaseUntil == nil {
		return nil, errEnded
	}
	return is, nil
}

func placeOf(at *ent.ConsumerPosition) feed.Position {
	return feed.Position{Project: at.ProjectID, Epoch: at.Epoch, Seq: at.Acked}
}
