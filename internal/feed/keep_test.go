package feed_test

import (
	"context"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/consumer"
	"github.com/asterism-qa/asterism/internal/clock"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/feed"
	"github.com/asterism-qa/asterism/internal/store/changelog"
)

const day = 24 * time.Hour

// aged is a project whose changes 3 to 22 were made day by day, twenty days long, and the moment after the last. What is
// kept are five days and four changes, ten days for consumers, and three are removed at a time.
func aged(t *testing.T, w *workspace) (start, now time.Time) {
	t.Helper()
	w.feed.Keep(5*day, 4, 10*day, 3)
	start = clock.Now(t.Context()).Add(day).Truncate(time.Second)
	for i := range 20 {
		w.releasedAt(t, start.Add(time.Duration(i)*day), string(rune('a'+i)))
	}
	return start, start.Add(20 * day)
}

func (w *workspace) releasedAt(t *testing.T, at time.Time, key string) {
	t.Helper()
	err := w.hub.Write(clock.With(w.editor, func() time.Time { return at }), func(ctx context.Context, tx *ent.Client) error {
		return makeReleases(ctx, tx, w.project.ID, key, 1)
	})
	if err != nil {
		t.Fatal(err)
	}
}

// following makes a consumer of the project that has confirmed a number.
func (w *workspace) following(t *testing.T, name string, acked int64, state consumer.State) *ent.Consumer {
	t.Helper()
	head, err := w.feed.Head(t.Context(), w.project)
	if err != nil {
		t.Fatal(err)
	}
	var made *ent.Consumer
	w.write(t, func(ctx context.Context, tx *ent.Client) error {
		made = tx.Consumer.Create().SetProjectID(w.project.ID).SetName(name).SetKind(consumer.KindPULL).SetState(state).SaveX(ctx)
		return tx.ConsumerPosition.Create().SetProjectID(w.project.ID).SetConsumerID(made.ID).SetEpoch(head.Epoch).SetAcked(acked).Exec(ctx)
	})
	return made
}

// pruned prunes and gives how many changes went, and the floor.
func (w *workspace) pruned(t *testing.T, now time.Time) (int, int64) {
	t.Helper()
	removed, err := w.feed.Prune(t.Context(), now)
	if err != nil {
		t.Fatal(err)
	}
	head, err := w.feed.Head(t.Context(), w.project)
	if err != nil {
		t.Fatal(err)
	}
	kept, err := changelog.Read(t.Context(), w.Client, w.Dialect(), w.project.ID, 0, 1000)
	if err != nil || int64(len(kept)) != head.Head-head.Floor || (len(kept) > 0 && kept[0].Seq != head.Floor+1) {
		t.Fatalf("%d changes are kept with %+v, %v", len(kept), head, err)
	}
	return removed, head.Floor
}

func TestWhatIsYoungAndTheLastOnesAreKept(t *testing.T) {
	each(t, func(t *testing.T, w *workspace) {
		_, now := aged(t, w)
		// Change 17 was made six days ago, 18 five days ago to the second.
		if removed, floor := w.pruned(t, now); removed != 17 || floor != 17 {
			t.Errorf("%d went, up to %d", removed, floor)
		}
		if removed, floor := w.pruned(t, now); removed != 0 || floor != 17 {
			t.Errorf("a second time %d went, up to %d", removed, floor)
		}
		if removed, floor := w.pruned(t, now.Add(1000*day)); removed != 1 || floor != 18 {
			t.Errorf("of old ones %d went, up to %d, and four are to stay", removed, floor)
		}
	})
}

func TestAConsumerHoldsWhatItHasNotConfirmedUntilItIsTooOld(t *testing.T) {
	each(t, func(t *testing.T, w *workspace) {
		_, now := aged(t, w)
		w.following(t, "done", 22, consumer.StateACTIVE)
		slow := w.following(t, "slow", 14, consumer.StatePAUSED)
		gone := w.following(t, "gone", 2, consumer.StateEXPIRED)
		if _, floor := w.pruned(t, now); floor != 14 {
			t.Errorf("changes up to %d went although a consumer confirmed only 14", floor)
		}
		if c := w.Client.Consumer.GetX(w.editor, slow.ID); c.State != consumer.StatePAUSED || c.Version != slow.Version {
			t.Errorf("the slow one is %v", c)
		}
		// Four days later change 15 is twelve days old.
		before, _ := w.feed.Head(t.Context(), w.project)
		if _, floor := w.pruned(t, now.Add(4*day)); floor != 21 {
			t.Errorf("changes up to %d went", floor)
		}
		c := w.Client.Consumer.GetX(w.editor, slow.ID)
		if c.State != consumer.StateEXPIRED || c.Version != slow.Version+1 || !strings.Contains(c.StateNote, "changes 15 to 16 within 10 days") ||
			!strings.Contains(c.StateNote, "snapshot") {
			t.Errorf("the slow one is %v", c)
		}
		if other := w.Client.Consumer.GetX(w.editor, gone.ID); other.Version != gone.Version {
			t.Errorf("one that had expired is told again: %v", other)
		}
		told, err := w.feed.Back(w.editor, w.project, 0, slow.ID, feed.Filter{}, 1)
		if err != nil || len(told) != 1 || told[0].Seq != before.Head+1 || !strings.Contains(told[0].Data, `"EXPIRED"`) {
			t.Errorf("of the expiry is told %v, %v", told, err)
		}
	})
}

func TestAReaderInTheMiddleIsToldThatWhatItWantsIsGone(t *testing.T) {
	each(t, func(t *testing.T, w *workspace) {
		_, now := aged(t, w)
		page, err := w.feed.Read(w.editor, w.project, nil, feed.Filter{}, 5)
		if err != nil || len(page.Changes) != 5 {
			t.Fatalf("%+v, %v", page, err)
		}
		stream := w.stream(t, feed.Want{Projects: []*ent.Project{w.project}, After: page.Next})
		next(t, stream, feed.Ready)
		w.pruned(t, now)
		if _, err := w.feed.Read(w.editor, w.project, page.Next, feed.Filter{}, 5); !fault.Is(err, feed.CursorExpired) {
			t.Errorf("the next page: %v", err)
		}
		if item, err := stream.Next(t.Context()); !fault.Is(err, feed.CursorExpired) {
			t.Errorf("the stream: %+v, %v", item, err)
		}
	})
}

func TestTwoWhoPruneAtOnceRemoveEverythingOnce(t *testing.T) {
	each(t, func(t *testing.T, w *workspace) {
		_, now := aged(t, w)
		w.following(t, "lost", 3, consumer.StateACTIVE)
		other := feed.New(w.Store, w.hub)
		other.Keep(5*day, 4, 10*day, 3)
		var all sync.WaitGroup
		counts := make([]int, 2)
		for i, f := range []*feed.Feed{w.feed, other} {
			all.Go(func() {
				removed, err := f.Prune(t.Context(), now)
				if err != nil {
					t.Error(err)
				}
				counts[i] = removed
			})
		}
		all.Wait()
		if _, floor := w.pruned(t, now); counts[0]+counts[1] != 17 || floor != 17 {
			t.Errorf("%v went, up to %d", counts, floor)
		}
		told, err := w.feed.Back(w.editor, w.project, 0, w.Client.Consumer.Query().OnlyIDX(w.editor), feed.Filter{}, 9)
		if err != nil || len(told) != 2 {
			t.Errorf("of making and expiry is told %v, %v", told, err)
		}
	})
}
