package webhooks

import (
	"context"
	"log/slog"
	"time"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/consumer"
	"github.com/asterism-qa/asterism/ent/gen/ent/webhookdelivery"
	"github.com/asterism-qa/asterism/internal/clock"
	"github.com/asterism-qa/asterism/internal/consumers"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/feed"
	"github.com/asterism-qa/asterism/internal/webhooks/wire"
)

// deliver sends one change once and writes down what came of it, together with the place that follows from it.
func (c *courier) deliver(ctx context.Context, is *scene, change *feed.Change) error {
	if err := c.secure(ctx, is); err != nil {
		return err
	}
	body, err := wire.Body(wire.Meta{
		EventID: change.Event, ProjectKey: change.ProjectKey, Type: change.Entity.Kind().Word(), Op: change.Op,
		Subject: change.Entity.String(), At: change.At,
	}, change.Envelope())
	if err != nil {
		return err
	}
	now := clock.Now(ctx)
	outcome := c.worker.sender.Send(ctx, wire.Delivery{URL: is.hook.URL, ID: change.Event, At: now, Body: body, Secrets: secretsOf(is.hook, now)})
	if outcome.Interrupted {
		return ctx.Err() // which says nothing about the address
	}
	made := attempt{seq: change.Seq, event: change.Event, number: is.at.Attempts + 1, outcome: outcome, came: webhookdelivery.OutcomeDELIVERED}
	after := c.decide(clock.Now(ctx), is, &made)
	if err := c.settle(ctx, is, made, after, feed.Position{Project: change.Project, Epoch: change.Epoch, Seq: change.Seq}); err != nil {
		return err
	}
	if after.Pause {
		slog.WarnContext(ctx, "a webhook pauses", "project", is.project.Key, "webhook", is.hook.ID.String(), "reason", after.Reason)
		return errEnded
	}
	return nil
}

// secure makes sure that the lease is good for longer than a request takes, so that nobody else sends meanwhile. It is
// renewed anyway, but a process may have been stopped for a while.
func (c *courier) secure(ctx context.Context, is *scene) error {
	if is.at.LeaseUntil.Sub(clock.Now(ctx)) > c.worker.options.Timeout {
		return nil
	}
	return consumers.Renew(ctx, c.worker.hub, is.served, c.lease)
}

// decide says what follows from an attempt, and what it is called in the log.
func (c *courier) decide(now time.Time, is *scene, made *attempt) wire.Decision {
	var failing time.Time
	if is.at.FailingSince != nil {
		failing = *is.at.FailingSince
	}
	after := wire.Next(made.number, failing, now, made.outcome, c.worker.options.Random)
	switch {
	case made.outcome.Delivered:
	case !made.outcome.Gone && is.hook.SkipAfter > 0 && made.number >= is.hook.SkipAfter:
		made.came = webhookdelivery.OutcomeSKIPPED
		return wire.Decision{}
	default:
		made.came = webhookdelivery.OutcomeFAILED
	}
	return after
}

// settle writes down an attempt and what follows from it, in one transaction. When the lease is over nothing is written:
// what was sent is sent again, by whoever sends now.
func (c *courier) settle(ctx context.Context, is *scene, made attempt, after wire.Decision, at feed.Position) error {
	err := c.worker.hub.Write(ctx, func(ctx context.Context, tx *ent.Client) error {
		if err := c.follow(ctx, tx, is, made, after, at); err != nil {
			return err
		}
		if _, err := made.keep(ctx, tx, is.hook); err != nil {
			return err
		}
		if c.written%tidied == 0 {
			return tidy(ctx, tx, is.hook.ID)
		}
		return nil
	})
	if err != nil {
		return err
	}
	c.written++
	if made.came != webhookdelivery.OutcomeFAILED {
		c.arrived(at)
		if c.pending = c.pending[1:]; len(c.pending) == 0 {
			c.passBy(c.behind)
		}
	}
	return nil
}

// follow moves the place behind the change, or notes when it is sent again, or pauses.
func (c *courier) follow(ctx context.Context, tx *ent.Client, is *scene, made attempt, after wire.Decision, at feed.Position) error {
	if made.came != webhookdelivery.OutcomeFAILED {
		return consumers.Confirm(ctx, tx, c.id, c.lease, at)
	}
	held, err := consumers.Hold(ctx, tx, is.project, c.id)
	if err != nil {
		return err
	}
	if held.At.Lease != c.lease {
		return fault.New(feed.LeaseLost, "another one sends for this webhook now")
	}
	now := clock.Now(ctx)
	update := tx.ConsumerPosition.UpdateOne(held.At).SetAttempts(made.number)
	if held.At.FailingSince == nil {
		update.SetFailingSince(now)
	}
	if after.Pause {
		update.ClearNextAttemptAt()
	} else {
		update.SetNextAttemptAt(now.Add(after.Wait))
	}
	if err := update.Exec(ctx); err != nil {
		return err
	}
	if !after.Pause || held.State != consumer.StateACTIVE {
		return nil
	}
	_, err = held.Stop(ctx, tx, consumer.StatePAUSED, after.Reason)
	return err
}
