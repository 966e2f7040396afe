package feed_test

import (
	"context"
	"testing"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/feed"
	"github.com/asterism-qa/asterism/internal/viewer"
)

func TestAMomentOfAProjectThatIsOlderThanItsFeedHasAPlace(t *testing.T) {
	each(t, func(t *testing.T, w *workspace) {
		err := w.hub.Write(viewer.AsSystem(t.Context()), func(ctx context.Context, tx *ent.Client) error {
			_, err := tx.ExecContext(ctx, "DELETE FROM project_feeds")
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		client, release, err := w.Freeze(w.editor)
		if err != nil {
			t.Fatal(err)
		}
		defer release()
		head, err := w.feed.HeadIn(w.editor, client, w.project)
		at := feed.Cursor{{Project: head.Project, Epoch: head.Epoch, Seq: head.Head}}
		if _, parsed := feed.ParseCursor(at.String()); err != nil || parsed != nil || w.feed.Check(w.editor, w.project, at) != nil {
			t.Errorf("it stands at %+v: %v", head, err)
		}
		stranger := viewer.With(t.Context(), viewer.Viewer{User: w.project.ID})
		if _, err := w.feed.HeadIn(stranger, client, w.project); !fault.Is(err, fault.NotFound) {
			t.Errorf("a stranger got %v", err)
		}
	})
}
