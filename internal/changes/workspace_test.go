package changes_test

import (
	"context"
	"slices"
	"testing"
	"time"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/membership"
	"github.com/asterism-qa/asterism/internal/changes"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/people"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/store/storetest"
	"github.com/asterism-qa/asterism/internal/viewer"
)

// workspace is a store with walls, a project, and an editor of it.
type workspace struct {
	*store.Store
	hub     *changes.Hub
	project *ent.Project
	editor  context.Context
	user    ident.ID
	// react answers changes; a test sets it after the workspace is there.
	react changes.Reaction
}

// each runs a test on both databases.
func each(t *testing.T, test func(t *testing.T, w *workspace)) {
	t.Helper()
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		people.RaiseWalls(s.Client)
		w := &workspace{Store: s}
		w.hub = changes.NewHub(s, func(ctx context.Context, tx *ent.Client, news []changes.Change) error {
			if w.react == nil {
				return nil
			}
			return w.react(ctx, tx, news)
		})
		err := w.hub.Write(viewer.AsSystem(t.Context()), func(ctx context.Context, tx *ent.Client) (err error) {
			w.project = tx.Project.Create().SetKey("PAY").SetName("Payments").SaveX(ctx)
			w.user = tx.User.Create().SetLogin("editor").SetName("An editor").SaveX(ctx).ID
			return people.Grant(ctx, tx, w.project.ID, w.user, membership.RoleEDITOR)
		})
		if err != nil {
			t.Fatalf("prepare the workspace: %v", err)
		}
		w.editor = viewer.With(t.Context(), viewer.Viewer{User: w.user})
		test(t, w)
	})
}

// release makes a release with a key.
func (w *workspace) release(ctx context.Context, tx *ent.Client, key string) (*ent.Release, error) {
	return tx.Release.Create().SetProjectID(w.project.ID).SetKey(key).SetName("Release " + key).Save(ctx)
}

// keys are those of all releases.
func (w *workspace) keys(t *testing.T) []string {
	t.Helper()
	var found []string
	for _, one := range w.Client.Release.Query().AllX(w.editor) {
		found = append(found, one.Key)
	}
	slices.Sort(found)
	return found
}

// midnight is a time that no test is executed at.
func midnight() time.Time { return time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC) }
