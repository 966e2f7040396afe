package feed_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"testing"
	"time"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/release"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/feed"
)

func TestAStreamIsReadyFirstAndThenTellsEveryChangeInOrder(t *testing.T) {
	each(t, func(t *testing.T, w *workspace) {
		s := w.stream(t, feed.Want{Projects: []*ent.Project{w.project}})
		ready, err := s.Next(t.Context())
		if err != nil || ready.Kind != feed.Ready || ready.Change != nil || ready.Seq != 2 {
			t.Fatalf("first came %+v, %v", ready, err)
		}
		w.releases(t, w.project, "one", 3)
		w.releases(t, w.other, "elsewhere", 1)
		w.releases(t, w.project, "two", 1)
		for i, item := range news(t, s, 4) {
			c := item.Change
			if item.Seq != int64(i)+3 || c.Seq != item.Seq || item.Project.ID != w.project.ID || item.Cursor != c.Cursor() || !item.At.Equal(c.At) {
				t.Errorf("change %d is %+v", i, item)
			}
			if c.Key != []string{"one-1", "one-2", "one-3", "two-1"}[i] || c.Version != 1 || c.Op != "CREATE" || c.Actor != w.user {
				t.Errorf("change %d is %s version %d, %s by %s", i, c.Key, c.Version, c.Op, c.Actor)
			}
		}
	})
}

func TestAnEnvelopeSaysAllInAFixedOrder(t *testing.T) {
	each(t, func(t *testing.T, w *workspace) {
		s := w.stream(t, feed.Want{Projects: []*ent.Project{w.project}})
		w.releases(t, w.project, "q", 1)
		w.write(t, func(ctx context.Context, tx *ent.Client) error {
			return tx.Release.Update().Where(release.Key("q-1")).SetName(`"new" <b>`).AddVersion(1).Exec(ctx)
		})
		c := news(t, s, 2)[1].Change
		var told struct {
			Cursor, Project, ID, Tx, At, Op, EntityType, EntityID, EntityKey, Actor string
			Seq                                                                     int64
			EntityVersion                                                           int
		}
		if err := json.Unmarshal(c.Envelope(), &told); err != nil {
			t.Fatalf("%v in %s", err, c.Envelope())
		}
		if told.Cursor != c.Cursor() || told.Project != "PAY" || told.ID != c.Event || told.Tx != c.Tx || told.Op != "UPDATE" || told.Seq != 4 ||
			told.At != c.At.Format(time.RFC3339Nano) || told.EntityType != "RELEASE" || told.EntityID != c.Entity.String() ||
			told.EntityKey != "q-1" || told.EntityVersion != 2 || told.Actor != w.user.String() {
			t.Errorf("it tells %+v: %s", told, c.Envelope())
		}
		order := []string{`{"cursor":`, `,"project":`, `,"seq":4,"id":`, `,"tx":`, `,"at":`, `,"op":`, `,"entityType":`, `,"entityId":`, `,"entityKey":`,
			`,"entityVersion":2,"cause":{"kind":"API","importRun":null},"fields":[`, `{"field":"name","before":"q","after":"\"new\" <b>"}`, `,"refs":[`, `,"actor":`}
		at := 0
		for _, member := range order {
			found := bytes.Index(c.Envelope()[at:], []byte(member))
			if found < 0 {
				t.Fatalf("%s does not follow in %s", member, c.Envelope())
			}
			at += found
		}
		body, err := c.Body()
		if err != nil || body.EntityKey == nil || *body.EntityKey != "q-1" || body.Cause.Kind != "API" || len(body.Fields) == 0 {
			t.Errorf("its body is %+v, %v", body, err)
		}
	})
}

func TestWhoGoesOnFromACursorGetsTheSameBytesAgain(t *testing.T) {
	each(t, func(t *testing.T, w *workspace) {
		first := w.stream(t, feed.Want{Projects: []*ent.Project{w.project}})
		next(t, first, feed.Ready)
		w.releases(t, w.project, "r", 5)
		got := news(t, first, 5)
		restarted := running(t, w.Store, w.hub)
		for i := range got {
			second, err := restarted.Stream(w.editor, feed.Want{Projects: []*ent.Project{w.project}, After: parsed(t, got[i].Cursor)})
			if err != nil {
				t.Fatal(err)
			}
			for _, item := range news(t, second, 4-i) {
				if was := got[item.Seq-3]; !bytes.Equal(item.Change.Envelope(), was.Change.Envelope()) || item.Cursor != was.Cursor {
					t.Errorf("first %s\nagain %s", was.Change.Envelope(), item.Change.Envelope())
				}
			}
			second.Close()
		}
	})
}

func TestWhatIsFilteredOutMovesTheCursor(t *testing.T) {
	each(t, func(t *testing.T, w *workspace) {
		s := w.stream(t, feed.Want{
			Projects: []*ent.Project{w.project}, Filter: feed.Filter{EntityTypes: []string{"DEFECT"}}, Bookmarks: time.Millisecond,
		})
		next(t, s, feed.Ready)
		w.releases(t, w.project, "quiet", 7)
		var mark feed.Item
		for mark.Seq != 9 {
			if mark = next(t, s, feed.Bookmark); mark.Change != nil || mark.Project != nil {
				t.Fatalf("a bookmark is %+v", mark)
			}
		}
		if at := parsed(t, mark.Cursor); len(at) != 1 || at[0].Seq != 9 {
			t.Errorf("its cursor is %+v", at)
		}
	})
}

func TestAStreamWhoseReaderGoesAwayCanBeAskedAgain(t *testing.T) {
	each(t, func(t *testing.T, w *workspace) {
		s := w.stream(t, feed.Want{Projects: []*ent.Project{w.project}})
		next(t, s, feed.Ready)
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		if _, err := s.Next(ctx); !errors.Is(err, context.Canceled) {
			t.Errorf("it ended with %v", err)
		}
		w.releases(t, w.project, "r", 1)
		if item := next(t, s, feed.News); item.Seq != 3 {
			t.Errorf("then came %+v", item)
		}
		s.Close()
		s.Close()
		if _, err := s.Next(t.Context()); err == nil || fault.Of(err) != nil {
			t.Errorf("a closed stream says %v", err)
		}
	})
}

func TestAStreamThatIsFarBehindCatchesUpFromTheLog(t *testing.T) {
	each(t, func(t *testing.T, w *workspace) {
		ahead := w.stream(t, feed.Want{Projects: []*ent.Project{w.project}})
		slow := w.stream(t, feed.Want{Projects: []*ent.Project{w.project}})
		next(t, slow, feed.Ready)
		const many = 4000 // several times what is kept in memory
		for range many / 1000 {
			w.releases(t, w.project, time.Now().Format(time.RFC3339Nano), 1000)
			news(t, ahead, 1000)
		}
		for i, item := range news(t, slow, many) {
			if item.Seq != int64(i)+3 {
				t.Fatalf("change %d has number %d", i, item.Seq)
			}
		}
	})
}
