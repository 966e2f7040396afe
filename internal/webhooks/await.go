package webhooks

import (
	"context"
	"errors"
	"log/slog"
	"time"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/internal/clock"
	"github.com/asterism-qa/asterism/internal/consumers"
	"github.com/asterism-qa/asterism/internal/feed"
	"github.com/asterism-qa/asterism/internal/webhooks/wire"
)

// await waits until the next attempt is due, or the webhook is not as it was.
func (c *courier) await(ctx context.Context, is *scene) error {
	waits := shapeOf(is.served, is.at)
	c.waits.Store(&waits)
	defer c.waits.Store(nil)
	// A clock that was set back does not make the wait longer than any.
	left := min(is.at.NextAttemptAt.Sub(clock.Now(ctx)), wire.LongestWait)
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-c.nudge:
	case <-c.worker.options.After(left):
	}
	return nil
}

// read brings the next changes that the webhook wants. Where there are none it waits until there may be some.
func (c *courier) read(ctx context.Context, is *scene) error {
	page, err := c.worker.feed.Read(ctx, is.project, feed.Cursor{c.at}, is.served.Filter, ahead)
	if err != nil {
		return c.expire(ctx, is, err)
	}
	c.pending, c.behind = page.Changes, page.Next[0]
	if len(c.pending) > 0 {
		return nil
	}
	c.passBy(c.behind)
	switch {
	case c.late() <= 0:
		return c.save(ctx)
	case page.More:
		return nil
	}
	return c.idle(ctx, is)
}

// passBy notes that the courier came further than the database says, since the webhook does not want what lies between.
func (c *courier) passBy(at feed.Position) {
	c.at = at
	if c.at != c.known.at && c.since.IsZero() {
		c.since = time.Now()
	}
}

// late is how long the database may still say the older place; forever when it says the right one.
func (c *courier) late() time.Duration {
	if c.since.IsZero() {
		return time.Hour
	}
	return c.worker.options.saved() - time.Since(c.since)
}

// idle waits until something happens in the project. Most of what could end the waiting is such a change itself: that the
// webhook is paused, revised, moved or deleted.
func (c *courier) idle(ctx context.Context, is *scene) error {
	waiting, cancel := context.WithTimeout(ctx, c.late())
	defer cancel()
	err := c.worker.feed.Wait(waiting, is.project, feed.Cursor{c.at})
	switch {
	case err == nil:
		return nil
	case waiting.Err() == nil:
		return c.expire(ctx, is, err)
	case ctx.Err() != nil:
		return ctx.Err()
	case c.since.IsZero():
		return nil
	}
	return c.save(ctx)
}

// save brings the place in the database to where the courier is.
func (c *courier) save(ctx context.Context) error {
	err := c.worker.hub.Write(ctx, func(ctx context.Context, tx *ent.Client) error {
		return consumers.Confirm(ctx, tx, c.id, c.lease, c.at)
	})
	if err == nil {
		c.arrived(c.at)
	}
	return err
}

// arrived notes what the database says now.
func (c *courier) arrived(at feed.Position) { c.at, c.known.at, c.since = at, at, time.Time{} }

// expire makes a webhook EXPIRED when the feed says that it cannot go on from its place. Another error is given back.
func (c *courier) expire(ctx context.Context, is *scene, why error) error {
	done, err := consumers.Expire(ctx, c.worker.hub, is.project, is.served, c.lease, why)
	switch {
	case err != nil:
		return errors.Join(why, err)
	case !done:
		return why
	}
	slog.WarnContext(ctx, "a webhook has missed changes that are no longer kept", "project", is.project.Key, "webhook", is.hook.ID.String(), "error", why)
	return errEnded
}
