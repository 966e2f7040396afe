package consumers_test

import (
	"context"
	"fmt"
	"testing"
	"time"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/membership"
	"github.com/asterism-qa/asterism/internal/changes"
	"github.com/asterism-qa/asterism/internal/clock"
	"github.com/asterism-qa/asterism/internal/consumers"
	"github.com/asterism-qa/asterism/internal/feed"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/projects/projecttest"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/store/storetest"
	"github.com/asterism-qa/asterism/internal/viewer"
)

func ptr[T any](value T) *T { return &value }

// world is the project P with its feed, and a clock that the test moves.
type world struct {
	*projecttest.Project
	t    *testing.T
	s    *store.Store
	hub  *changes.Hub
	feed *feed.Feed
	now  time.Time
	made int
}

func each(t *testing.T, test func(t *testing.T, w *world)) {
	t.Helper()
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		w := &world{Project: projecttest.New(t, s), t: t, s: s, hub: changes.NewHub(s), now: projecttest.Now}
		w.feed = feed.New(s, w.hub)
		w.Ctx = clock.With(w.Ctx, func() time.Time { return w.now })
		test(t, w)
	})
}

// happen makes some changes and gives the cursor after the last one.
func (w *world) happen(count int) string {
	w.t.Helper()
	for range count {
		w.made++
		w.Write(func(ctx context.Context, tx *ent.Client) error {
			key := fmt.Sprint(w.made)
			return tx.Release.Create().SetProjectID(w.ID).SetKey(key).SetName(key).Exec(ctx)
		})
	}
	return w.end()
}

// end is the cursor of the present end.
func (w *world) end() string {
	w.t.Helper()
	now, err := w.feed.Now(w.Ctx, w.Project.Project)
	if err != nil {
		w.t.Fatal(err)
	}
	return now.String()
}

// at is a cursor in the present history.
func (w *world) at(seq int64) string {
	w.t.Helper()
	head, err := w.feed.Head(w.Ctx, w.Project.Project)
	if err != nil {
		w.t.Fatal(err)
	}
	return feed.Cursor{{Project: w.ID, Epoch: head.Epoch, Seq: seq}}.String()
}

func try[In, Out any](w *world, verb func(context.Context, *ent.Client, In) (Out, error), in In) (out Out, err error) {
	err = w.Try(func(ctx context.Context, tx *ent.Client) (err error) {
		out, err = verb(ctx, tx, in)
		return err
	})
	return out, err
}

func must[In, Out any](w *world, verb func(context.Context, *ent.Client, In) (Out, error), in In) Out {
	w.t.Helper()
	out, err := try(w, verb, in)
	if err != nil {
		w.t.Fatal(err)
	}
	return out
}

// new makes a consumer at the present end.
func (w *world) new(name string) *ent.Consumer {
	w.t.Helper()
	return must(w, consumers.Create, consumers.CreateInput{Project: "P", Name: name})
}

func (w *world) position(c *ent.Consumer) consumers.Position {
	w.t.Helper()
	found, err := consumers.PositionsOf(w.Ctx, w.Client, []ident.ID{c.ID})
	if err != nil || len(found) != 1 {
		w.t.Fatalf("the position of %s: %v, %v", c.Name, found, err)
	}
	return found[c.ID]
}

// confirm acknowledges and gives only the error.
func (w *world) confirm(name, cursor string, lease *string) error {
	_, err := try(w, consumers.Ack, consumers.AckInput{Project: "P", Consumer: name, Cursor: cursor, Lease: lease})
	return err
}

// as changes the role of the viewer.
func (w *world) as(role membership.Role) {
	w.t.Helper()
	err := w.hub.Write(viewer.AsSystem(w.Ctx), func(ctx context.Context, tx *ent.Client) error {
		return tx.Membership.Update().SetRole(role).Exec(ctx)
	})
	if err != nil {
		w.t.Fatal(err)
	}
}

// stranger is the context of somebody who is no member of the project.
func (w *world) stranger() context.Context {
	w.t.Helper()
	id := ident.New(ident.User)
	w.Write(func(ctx context.Context, tx *ent.Client) error {
		return tx.User.Create().SetID(id).SetLogin("stranger").SetName("Stranger").Exec(ctx)
	})
	return viewer.With(w.Ctx, viewer.Viewer{User: id})
}
