package webhooks

import (
	"context"
	"log/slog"
	"sync"
	"time"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/internal/changes"
	"github.com/asterism-qa/asterism/internal/clock"
	"github.com/asterism-qa/asterism/internal/consumers"
	"github.com/asterism-qa/asterism/internal/feed"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/viewer"
	"github.com/asterism-qa/asterism/internal/webhooks/wire"
)

// Worker sees to it that each webhook that is ACTIVE has a courier: one of its own, or one of another process on the same
// database.
type Worker struct {
	client  *ent.Client
	hub     *changes.Hub
	feed    *feed.Feed
	sender  *wire.Sender
	options Options

	wake     chan struct{}
	couriers map[ident.ID]*courier // by consumer; only Run's goroutine touches it
	ended    chan *courier
}

// NewWorker makes a worker, which sends nothing before Run. The feed must run too, since couriers wait for its news.
func NewWorker(s *store.Store, hub *changes.Hub, f *feed.Feed, options Options) *Worker {
	options = options.completed()
	w := &Worker{
		client: s.Client, hub: hub, feed: f, options: options,
		sender: wire.NewSender(options.Guard, options.Version, options.Timeout),
		wake:   make(chan struct{}, 1), couriers: map[ident.ID]*courier{},
	}
	hub.Watch(func([]ident.ID) { w.lookSoon() })
	return w
}

// Sender sends what is not in the order of changes, such as pings, under the same guard.
func (w *Worker) Sender() *wire.Sender { return w.sender }

// lookSoon lets the worker look at the webhooks: one may have been made, resumed or changed.
func (w *Worker) lookSoon() {
	select {
	case w.wake <- struct{}{}:
	default: // it will look anyway
	}
}

// Run sends until the context ends, which is no error. When it returns nothing is under way any more, and the leases are
// given back, so that another process goes on at once.
func (w *Worker) Run(ctx context.Context) error {
	ctx = clock.With(viewer.AsSystem(ctx), w.options.Now)
	var all sync.WaitGroup
	w.ended = make(chan *courier)
	defer w.stop(ctx, &all)
	beat := time.NewTicker(w.options.Beat)
	defer beat.Stop()
	quiet := time.NewTimer(0)
	defer quiet.Stop()
	isSoon := true // it will look when the timer ends; what is committed meanwhile does not put that off
	for {
		select {
		case <-ctx.Done():
			return nil
		case c := <-w.ended:
			delete(w.couriers, c.id)
			continue
		case <-beat.C:
			w.try(ctx, w.renew)
			w.try(ctx, func(ctx context.Context) error { return forgetPrevious(ctx, w.client, w.hub) })
		case <-w.wake:
			if !isSoon {
				quiet.Reset(w.options.quiet())
				isSoon = true
			}
			continue
		case <-quiet.C:
			isSoon = false
		}
		w.try(ctx, func(ctx context.Context) error { return w.look(ctx, &all) })
	}
}

// try does something that is done again soon, and notes what goes wrong.
func (w *Worker) try(ctx context.Context, act func(context.Context) error) {
	if err := act(ctx); err != nil && ctx.Err() == nil {
		slog.WarnContext(ctx, "webhooks could not be looked after; it is tried again", "error", err)
	}
}

// stop waits for all couriers and gives back what they hold.
func (w *Worker) stop(ctx context.Context, all *sync.WaitGroup) {
	go func() {
		all.Wait()
		close(w.ended)
	}()
	for range w.ended { // they end by themselves, since their context has
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), w.options.Timeout)
	defer cancel()
	for _, c := range w.couriers {
		_ = consumers.Release(ctx, w.hub, c.id, c.lease) // one that cannot be given back ends by itself
	}
	clear(w.couriers)
}

// renew makes the leases of all couriers last. One whose lease is over stops at once, since another may send already.
func (w *Worker) renew(ctx context.Context) error {
	if len(w.couriers) == 0 {
		return nil
	}
	leases := make([]string, 0, len(w.couriers))
	for _, c := range w.couriers {
		leases = append(leases, c.lease)
	}
	kept, err := consumers.RenewAll(ctx, w.hub, leases)
	if err != nil {
		return err
	}
	for _, c := range w.couriers {
		if !kept[c.lease] {
			c.cancel()
		}
	}
	return nil
}
