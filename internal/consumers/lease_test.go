package consumers_test

import (
	"context"
	"sync"
	"testing"
	"time"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/internal/clock"
	"github.com/asterism-qa/asterism/internal/consumers"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/feed"
)

func TestOfManyWhoWantToServeExactlyOneDoes(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		c := w.new("ci")
		for range 5 {
			var mu sync.Mutex
			var leases []string
			var all sync.WaitGroup
			for range 8 {
				all.Go(func() {
					lease, err := consumers.Lease(w.Ctx, w.hub, c)
					mu.Lock()
					defer mu.Unlock()
					if err == nil {
						leases = append(leases, lease)
					} else if !fault.Is(err, fault.Precondition) {
						t.Errorf("%v", err)
					}
				})
			}
			all.Wait()
			if len(leases) != 1 || leases[0] == "" {
				t.Fatalf("%d serve it", len(leases))
			}
			if at := w.position(c); at.ServedUntil == nil || !at.ServedUntil.Equal(w.now.Add(30*time.Second)) {
				t.Errorf("it is served until %v", at.ServedUntil)
			}
			if err := consumers.Release(w.Ctx, w.hub, c.ID, leases[0]); err != nil {
				t.Fatal(err)
			}
			if at := w.position(c); at.ServedUntil != nil {
				t.Errorf("it is still served until %v", at.ServedUntil)
			}
		}
	})
}

func TestALeaseGoesToTheNextOneWhenItEndsAndTheLateOneIsRefused(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		c := w.new("ci")
		lease := func() string {
			t.Helper()
			got, err := consumers.Lease(w.Ctx, w.hub, c)
			if err != nil {
				t.Fatal(err)
			}
			return got
		}
		first := lease()
		w.now = w.now.Add(20 * time.Second)
		if err := consumers.Renew(w.Ctx, w.hub, c, first); err != nil {
			t.Fatal(err)
		}
		w.now = w.now.Add(consumers.LeaseTime - time.Microsecond)
		if _, err := consumers.Lease(w.Ctx, w.hub, c); !fault.Is(err, fault.Precondition) {
			t.Errorf("taken over too early: %v", err)
		}
		w.now = w.now.Add(time.Microsecond)
		second := lease()
		cursor := w.happen(1)
		for name, late := range map[string]*string{"the late one": &first, "nobody": nil, "an empty word": ptr("")} {
			if err := w.confirm("ci", cursor, late); !fault.Is(err, feed.LeaseLost) {
				t.Errorf("%s confirmed: %v", name, err)
			}
		}
		if err := consumers.Renew(w.Ctx, w.hub, c, first); !fault.Is(err, feed.LeaseLost) {
			t.Errorf("the late one renewed: %v", err)
		}
		if err := consumers.Release(w.Ctx, w.hub, c.ID, first); err != nil {
			t.Fatal(err)
		}
		if err := consumers.Renew(w.Ctx, w.hub, c, second); err != nil {
			t.Errorf("the late one released the lease of another: %v", err)
		}
		if err := w.confirm("ci", cursor, &second); err != nil {
			t.Error(err)
		}
	})
}

func TestAStreamThatEndedMayStillConfirmItsLastChanges(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		w.new("ci")
		serving, err := consumers.Serve(w.Ctx, w.Client, w.hub, consumers.RefInput{Project: "P", Consumer: "ci"})
		if err != nil {
			t.Fatal(err)
		}
		if serving.After.String() != w.at(serving.After[0].Seq) || serving.Project.ID != w.ID {
			t.Errorf("it goes on from %v", serving.After)
		}
		cursor := w.happen(1)
		gone, cancel := context.WithCancel(w.Ctx)
		cancel()
		serving.Close(gone)
		if err := w.confirm("ci", cursor, &serving.Lease); err != nil {
			t.Error(err)
		}
		if err := w.confirm("ci", cursor, nil); err != nil {
			t.Errorf("without a lease while nobody serves: %v", err)
		}
	})
}

func TestAStreamKeepsItsLeaseAndHearsWhenItIsLost(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		c := w.new("ci")
		serving, err := consumers.Serve(w.Ctx, w.Client, w.hub, consumers.RefInput{Project: "P", Consumer: "ci"})
		if err != nil {
			t.Fatal(err)
		}
		renewed := make(chan struct{}, 100)
		ctx := clock.With(w.Ctx, func() time.Time {
			select {
			case renewed <- struct{}{}:
			default:
			}
			return w.now
		})
		ended := make(chan error)
		go func() { ended <- consumers.KeepEvery(ctx, serving, time.Millisecond) }()
		<-renewed
		w.Write(func(ctx context.Context, tx *ent.Client) error {
			held, err := consumers.Hold(ctx, tx, w.Project.Project, c.ID)
			if err != nil {
				return err
			}
			return held.Remove(ctx, tx)
		})
		if err := <-ended; !fault.Is(err, feed.LeaseLost) {
			t.Errorf("it ended with %v", err)
		}
		stopped, cancel := context.WithCancel(w.Ctx)
		cancel()
		if err := serving.Keep(stopped); err != nil {
			t.Errorf("the end of the stream is an error: %v", err)
		}
	})
}
