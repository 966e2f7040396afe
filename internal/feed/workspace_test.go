package feed_test

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/membership"
	"github.com/asterism-qa/asterism/internal/changes"
	"github.com/asterism-qa/asterism/internal/feed"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/people"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/store/storetest"
	"github.com/asterism-qa/asterism/internal/viewer"
)

// workspace is a store with walls, two projects, an editor of both, and a feed that runs.
type workspace struct {
	*store.Store
	hub            *changes.Hub
	feed           *feed.Feed
	stop           func() // ends the feed's running
	project, other *ent.Project
	editor         context.Context
	user           ident.ID
}

// each runs a test on both databases.
func each(t *testing.T, test func(t *testing.T, w *workspace)) {
	t.Helper()
	storetest.Each(t, func(t *testing.T, s *store.Store) { test(t, prepared(t, s)) })
}

// prepared fills an empty store.
func prepared(t testing.TB, s *store.Store) *workspace {
	t.Helper()
	people.RaiseWalls(s.Client)
	w := &workspace{Store: s, hub: changes.NewHub(s)}
	w.feed = feed.New(s, w.hub)
	w.stop = run(t, w.feed)
	err := w.hub.Write(viewer.AsSystem(t.Context()), func(ctx context.Context, tx *ent.Client) error {
		w.user = tx.User.Create().SetLogin("editor").SetName("An editor").SaveX(ctx).ID
		w.project = tx.Project.Create().SetKey("PAY").SetName("Payments").SaveX(ctx)
		w.other = tx.Project.Create().SetKey("SHOP").SetName("Shop").SaveX(ctx)
		if err := people.Grant(ctx, tx, w.project.ID, w.user, membership.RoleEDITOR); err != nil {
			return err
		}
		return people.Grant(ctx, tx, w.other.ID, w.user, membership.RoleEDITOR)
	})
	if err != nil {
		t.Fatalf("prepare the workspace: %v", err)
	}
	w.editor = viewer.With(t.Context(), viewer.Viewer{User: w.user})
	return w
}

// running makes a feed that wakes those who wait until the test ends.
func running(t testing.TB, s *store.Store, hub *changes.Hub) *feed.Feed {
	t.Helper()
	f := feed.New(s, hub)
	run(t, f)
	return f
}

// run lets a feed run until the test ends, or stop is called.
func run(t testing.TB, f *feed.Feed) (stop func()) {
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- f.Run(ctx) }()
	ended := false
	stop = func() {
		if cancel(); !ended {
			ended = true
			if err := <-done; err != nil {
				t.Errorf("the feed ended with %v", err)
			}
		}
	}
	t.Cleanup(stop)
	return stop
}

// pause keeps those who wait from being woken until they are let go on.
func (w *workspace) pause(t testing.TB) (goOn func()) {
	w.stop()
	return func() { w.stop = run(t, w.feed) }
}

// write runs one transaction of the editor.
func (w *workspace) write(t testing.TB, act func(ctx context.Context, tx *ent.Client) error) {
	t.Helper()
	if err := w.hub.Write(w.editor, act); err != nil {
		t.Fatalf("write: %v", err)
	}
}

// releases makes releases of a project in one transaction, whose keys begin with a word.
func (w *workspace) releases(t testing.TB, p *ent.Project, word string, n int) {
	t.Helper()
	w.write(t, func(ctx context.Context, tx *ent.Client) error {
		return makeReleases(ctx, tx, p.ID, word, n)
	})
}

func makeReleases(ctx context.Context, tx *ent.Client, project ident.ID, word string, n int) error {
	all := make([]*ent.ReleaseCreate, n)
	for i := range all {
		all[i] = tx.Release.Create().SetProjectID(project).SetKey(fmt.Sprintf("%s-%d", word, i+1)).SetName(word)
	}
	for some := range slices.Chunk(all, 2000) {
		if err := tx.Release.CreateBulk(some...).Exec(ctx); err != nil {
			return err
		}
	}
	return nil
}

// sql changes the database behind the program's back.
func (w *workspace) sql(t testing.TB, statement string, args ...any) {
	t.Helper()
	err := w.Transact(viewer.AsSystem(t.Context()), func(tx *ent.Tx) error {
		_, err := tx.ExecContext(t.Context(), statement, args...)
		return err
	})
	if err != nil {
		t.Fatalf("%s: %v", statement, err)
	}
}

// stream follows projects from a cursor on as the editor, and closes with the test.
func (w *workspace) stream(t testing.TB, want feed.Want) *feed.Stream {
	t.Helper()
	s, err := w.feed.Stream(w.editor, want)
	if err != nil {
		t.Fatalf("stream: %v", err)
	}
	t.Cleanup(s.Close)
	return s
}

// all is the cursor in front of everything that is kept of a project.
func (w *workspace) all(t testing.TB, p *ent.Project) feed.Cursor {
	t.Helper()
	c, err := w.feed.Start(t.Context(), p)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// next is the next item of a kind; others before it are passed over.
func next(t testing.TB, s *feed.Stream, kind feed.Kind) feed.Item {
	t.Helper()
	for {
		item, err := s.Next(t.Context())
		if err != nil {
			t.Fatalf("next: %v", err)
		}
		if item.Kind == kind {
			return item
		}
	}
}

// news are the next n changes.
func news(t testing.TB, s *feed.Stream, n int) []feed.Item {
	t.Helper()
	found := make([]feed.Item, n)
	for i := range found {
		found[i] = next(t, s, feed.News)
	}
	return found
}

// parsed reads a cursor that was given out.
func parsed(t testing.TB, text string) feed.Cursor {
	t.Helper()
	c, err := feed.ParseCursor(text)
	if err != nil {
		t.Fatalf("%q: %v", text, err)
	}
	return c
}
