package feed_test

import (
	"bytes"
	"context"
	"errors"
	"testing"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/release"
	"github.com/asterism-qa/asterism/internal/feed"
	"github.com/asterism-qa/asterism/internal/ident"
)

func TestPagesGoThroughEverythingOnceAsAStreamDoes(t *testing.T) {
	each(t, func(t *testing.T, w *workspace) {
		w.releases(t, w.project, "r", 1300) // 3 to 1302
		s := w.stream(t, feed.Want{Projects: []*ent.Project{w.project}, After: w.all(t, w.project)})
		var after feed.Cursor
		seq := int64(0)
		for more := true; more; {
			page, err := w.feed.Read(w.editor, w.project, after, feed.Filter{}, 700)
			if err != nil || page.Head != 1302 {
				t.Fatalf("%+v, %v", page, err)
			}
			for _, c := range page.Changes {
				seq++
				if item := next(t, s, feed.News); c.Seq != seq || !bytes.Equal(item.Change.Envelope(), c.Envelope()) {
					t.Fatalf("change %d is %s", seq, c.Envelope())
				}
			}
			after, more = page.Next, page.More
			if after[0].Seq != seq || more != (seq < 1302) || len(page.Changes) > 700 {
				t.Fatalf("after %d comes %v, more: %t", seq, after, more)
			}
		}
		if page, err := w.feed.Read(w.editor, w.project, after, feed.Filter{}, 700); err != nil || len(page.Changes) != 0 || page.Next.String() != after.String() {
			t.Errorf("at the end: %+v, %v", page, err)
		}
	})
}

func TestAPageThatFindsNothingSaysWhereToGoOn(t *testing.T) {
	each(t, func(t *testing.T, w *workspace) {
		w.releases(t, w.project, "r", 7000)
		w.write(t, func(ctx context.Context, tx *ent.Client) error {
			return tx.Release.Update().Where(release.Key("r-5")).SetName("found").Exec(ctx)
		})
		filter := feed.Filter{EntityTypes: []string{"RELEASE"}, Ops: []string{"UPDATE"}}
		first, err := w.feed.Read(w.editor, w.project, nil, filter, 10)
		if err != nil || len(first.Changes) != 0 || !first.More || first.Next[0].Seq < 5000 || first.Next[0].Seq > 5500 {
			t.Fatalf("%d changes, next %v, more: %t, %v", len(first.Changes), first.Next, first.More, err)
		}
		second, err := w.feed.Read(w.editor, w.project, first.Next, filter, 10)
		if err != nil || len(second.Changes) != 1 || second.More || second.Changes[0].Seq != 7003 {
			t.Errorf("%+v, %v", second, err)
		}
	})
}

func TestBackwardsTheNewestComesFirst(t *testing.T) {
	each(t, func(t *testing.T, w *workspace) {
		w.releases(t, w.project, "r", 20) // 3 to 22
		rename := func(name string) {
			w.write(t, func(ctx context.Context, tx *ent.Client) error {
				return tx.Release.Update().Where(release.Key("r-5")).SetName(name).Exec(ctx)
			})
		}
		rename("a") // 23
		rename("b") // 24
		numbers := func(before int64, entity ident.ID, filter feed.Filter, limit int) (found []int64) {
			t.Helper()
			all, err := w.feed.Back(w.editor, w.project, before, entity, filter, limit)
			if err != nil {
				t.Fatal(err)
			}
			for _, c := range all {
				found = append(found, c.Seq)
			}
			return found
		}
		one := w.Client.Release.Query().Where(release.Key("r-5")).OnlyX(w.editor).ID
		for name, found := range map[string]struct{ is, want []int64 }{
			"newest":     {numbers(0, ident.ID{}, feed.Filter{}, 3), []int64{24, 23, 22}},
			"below":      {numbers(4, ident.ID{}, feed.Filter{}, 9), []int64{3, 2, 1}},
			"of a thing": {numbers(0, one, feed.Filter{}, 9), []int64{24, 23, 7}},
			"filtered":   {numbers(24, ident.ID{}, feed.Filter{Ops: []string{"UPDATE"}}, 9), []int64{23}},
		} {
			if len(found.is) != len(found.want) {
				t.Fatalf("%s: %v", name, found.is)
			}
			for i := range found.is {
				if found.is[i] != found.want[i] {
					t.Errorf("%s: %v", name, found.is)
				}
			}
		}
	})
}

func TestWaitingEndsWithTheNextChangeOrWithTheContext(t *testing.T) {
	each(t, func(t *testing.T, w *workspace) {
		now, err := w.feed.Now(t.Context(), w.project)
		if err != nil {
			t.Fatal(err)
		}
		ctx, cancel := context.WithCancel(w.editor)
		done := make(chan error)
		go func() { done <- w.feed.Wait(ctx, w.project, now) }()
		w.releases(t, w.other, "elsewhere", 1)
		cancel()
		if err := <-done; !errors.Is(err, context.Canceled) {
			t.Errorf("it ended with %v", err)
		}
		go func() { done <- w.feed.Wait(w.editor, w.project, now) }()
		w.releases(t, w.project, "r", 1)
		if err := <-done; err != nil {
			t.Errorf("it ended with %v", err)
		}
		if err := w.feed.Wait(w.editor, w.project, now); err != nil {
			t.Errorf("with news already there: %v", err)
		}
	})
}
