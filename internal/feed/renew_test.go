package feed_test

import (
	"slices"
	"testing"

	"entgo.io/ent/dialect"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/feed"
	"github.com/asterism-qa/asterism/internal/store/changelog"
)

func TestAfterARestoreNobodyGoesOnWithAnOldCursor(t *testing.T) {
	each(t, func(t *testing.T, w *workspace) {
		w.releases(t, w.project, "a", 2)
		old, other := w.all(t, w.project), w.all(t, w.other)
		stream := w.stream(t, feed.Want{Projects: []*ent.Project{w.project}})
		next(t, stream, feed.Ready)
		if err := w.feed.Renew(t.Context(), w.project.ID); err != nil {
			t.Fatal(err)
		}
		for {
			if item, err := stream.Next(t.Context()); err == nil && item.Kind == feed.Bookmark {
				continue
			} else if !fault.Is(err, feed.CursorOtherHistory) {
				t.Errorf("the stream goes on: %+v, %v", item, err)
			}
			break
		}
		if _, err := w.feed.Read(w.editor, w.project, old, feed.Filter{}, 1); !fault.Is(err, feed.CursorOtherHistory) {
			t.Errorf("an old cursor: %v", err)
		}
		if _, err := w.feed.Read(w.editor, w.other, other, feed.Filter{}, 1); err != nil {
			t.Errorf("the other project: %v", err)
		}
		if err := w.feed.Renew(t.Context()); err != nil || w.all(t, w.other)[0].Epoch == other[0].Epoch {
			t.Errorf("not all were renewed: %v", err)
		}
	})
}

func TestADatabaseThatIsFoundElsewhereBeginsANewHistoryOnce(t *testing.T) {
	each(t, func(t *testing.T, w *workspace) {
		epoch := func() string { return w.all(t, w.project)[0].Epoch }
		recognised := func() string {
			t.Helper()
			if err := w.feed.Recognise(t.Context()); err != nil {
				t.Fatal(err)
			}
			return epoch()
		}
		first := epoch()
		for range 2 {
			if recognised() != first {
				t.Error("a new history begins where nothing happened")
			}
		}
		if w.Dialect() != dialect.Postgres {
			return
		}
		// What another place would have noted.
		w.sql(t, "UPDATE project_feeds SET epoch = 'elsewhere' WHERE project_id = '00000000-0000-0000-0000-000000000000'")
		second := recognised()
		if second == first || recognised() != second {
			t.Errorf("the histories are %s, %s, %s", first, second, epoch())
		}
		heads, err := changelog.All(t.Context(), w.Client)
		if err != nil || len(heads) < 2 || slices.ContainsFunc(heads, func(h changelog.Head) bool { return h.Project.IsZero() }) {
			t.Errorf("the place shows as a project: %v, %v", heads, err)
		}
	})
}
