package consumers

import (
	"context"
	"time"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/consumer"
	"github.com/asterism-qa/asterism/ent/gen/ent/consumerposition"
	"github.com/asterism-qa/asterism/ent/gen/ent/membership"
	"github.com/asterism-qa/asterism/internal/changes"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/feed"
	"github.com/asterism-qa/asterism/internal/projects"
)

// Serving is a consumer that somebody serves, for as long as the lease is renewed.
type Serving struct {
	// Consumer is the one that is served; its filter says what it wants.
	Consumer *ent.Consumer
	// Project is the one whose changes it hears.
	Project *ent.Project
	// Lease is the word by which what it is handed is confirmed.
	Lease string
	// After is where it goes on.
	After feed.Cursor

	hub *changes.Hub
}

// Serve takes the lease of a consumer that fetches its changes, for somebody who may edit the project, since serving it
// keeps others from it. The caller keeps it with Keep and ends it with Close.
func Serve(ctx context.Context, client *ent.Client, hub *changes.Hub, in RefInput) (*Serving, error) {
	owner, err := projects.Named(ctx, client, in.Project, membership.RoleEDITOR)
	if err != nil {
		return nil, err
	}
	found, err := Named(ctx, client, owner.ID, in.Consumer)
	if err != nil {
		return nil, err
	}
	switch {
	case found == nil:
		return nil, fault.New(fault.NotFound, "project %s has no consumer %s", owner.Key, in.Consumer).At("consumer")
	case found.Kind != consumer.KindPULL:
		return nil, fault.New(fault.Precondition, "the changes of %s are sent by a webhook and cannot be fetched", found.Name).At("consumer")
	}
	lease, err := Lease(ctx, hub, found)
	if err != nil {
		return nil, err
	}
	serving := &Serving{Consumer: found, Project: owner, Lease: lease, hub: hub}
	at, err := client.ConsumerPosition.Query().Where(consumerposition.ConsumerID(found.ID), consumerposition.Lease(lease)).Only(ctx)
	if err != nil {
		serving.Close(ctx)
		if ent.IsNotFound(err) {
			return nil, lost(found.Name)
		}
		return nil, err
	}
	serving.After = placeOf(at)
	return serving, nil
}

// Keep renews the lease until the context ends, which is no error. LEASE_LOST says that the stream must end.
func (s *Serving) Keep(ctx context.Context) error { return s.keep(ctx, RenewEvery) }

func (s *Serving) keep(ctx context.Context, every time.Duration) error {
	ticker := time.NewTicker(every)
	defer ticker.Stop()
	for {
		select {
		case <-ctx.Done():
			return nil
		case <-ticker.C:
		}
		err := Renew(ctx, s.hub, s.Consumer, s.Lease)
		switch {
		case ctx.Err() != nil:
			return nil
		case fault.Is(err, feed.LeaseLost):
			return err
		}
		// Another error may be gone at the next try, and a lease that could not be renewed in time is lost then.
	}
}

// closing is how long the lease may take to be given back when the stream's own context has ended.
const closing = 5 * time.Second

// Close gives the lease back, so that the next one need not wait. What goes wrong does no harm: the lease ends by itself.
func (s *Serving) Close(ctx context.Context) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), closing)
	defer cancel()
	_ = Release(ctx, s.hub, s.Consumer.ID, s.Lease)
}

// Expire makes a consumer EXPIRED with the words of the feed when an error says that it cannot go on from its place:
// changes were removed, or the project was restored. It tells whether it did.
func Expire(ctx context.Context, hub *changes.Hub, owner *ent.Project, served *ent.Consumer, lease string, why error) (bool, error) {
	if !fault.Is(why, feed.CursorExpired) && !fault.Is(why, feed.CursorOtherHistory) && !fault.Is(why, feed.CursorAhead) {
		return false, nil
	}
	err := hub.Write(ctx, func(ctx context.Context, tx *ent.Client) error {
		held, err := Hold(ctx, tx, owner, served.ID)
		if err != nil {
			return err
		}
		if held.At.Lease != lease {
			return lost(held.Name) // whoever moved it knows better
		}
		_, err = held.Stop(ctx, tx, consumer.StateEXPIRED, fault.Of(why).Message)
		return err
	})
	return err == nil, err
}
