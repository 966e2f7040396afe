package feed_test

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"sync"
	"testing"
	"time"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/membership"
	"github.com/asterism-qa/asterism/internal/changes"
	"github.com/asterism-qa/asterism/internal/feed"
	"github.com/asterism-qa/asterism/internal/people"
	"github.com/asterism-qa/asterism/internal/viewer"
)

func TestWhatOneServerWritesTheOtherTellsInTheSameBytes(t *testing.T) {
	each(t, func(t *testing.T, w *workspace) {
		second := running(t, w.Store, changes.NewHub(w.Store)) // hears nothing of the first one's commits
		here := w.stream(t, feed.Want{Projects: []*ent.Project{w.project}})
		there, err := second.Stream(w.editor, feed.Want{Projects: []*ent.Project{w.project}})
		if err != nil {
			t.Fatal(err)
		}
		defer there.Close()
		for i := range 3 {
			w.releases(t, w.project, fmt.Sprint("r", i), 2)
			for j, item := range news(t, there, 2) {
				if other := news(t, here, 1)[0]; item.Seq != int64(2*i+j+3) || !bytes.Equal(item.Change.Envelope(), other.Change.Envelope()) {
					t.Errorf("one told %s\nthe other %s", other.Change.Envelope(), item.Change.Envelope())
				}
			}
		}
	})
}

func TestAStreamOutlivesItsServerByItsCursor(t *testing.T) {
	each(t, func(t *testing.T, w *workspace) {
		s := w.stream(t, feed.Want{Projects: []*ent.Project{w.project}})
		w.releases(t, w.project, "before", 1)
		cursor := next(t, s, feed.News).Cursor
		w.stop()
		w.releases(t, w.project, "between", 2)
		again, err := running(t, w.Store, w.hub).Stream(w.editor, feed.Want{Projects: []*ent.Project{w.project}, After: parsed(t, cursor)})
		if err != nil {
			t.Fatal(err)
		}
		defer again.Close()
		w.releases(t, w.project, "after", 1)
		for i, key := range []string{"between-1", "between-2", "after-1"} {
			if item := next(t, again, feed.News); item.Change.Key != key || item.Seq != int64(i)+4 {
				t.Errorf("instead of %s came %s as %d", key, item.Change.Key, item.Seq)
			}
		}
	})
}

// What the random test does; every reader must get all that the writers write.
const (
	writers, commits   = 16, 12
	followed, readings = 4, 3
)

func TestEveryReaderGetsEveryChangeOnceAndInOrderHoweverOftenItReconnects(t *testing.T) {
	seed := uint64(time.Now().UnixNano())
	t.Logf("seed %d", seed)
	each(t, func(t *testing.T, w *workspace) {
		projects := more(t, w)
		feeds := []*feed.Feed{w.feed, running(t, w.Store, changes.NewHub(w.Store))}
		begin := map[*ent.Project]feed.Cursor{}
		for _, p := range projects {
			begin[p] = w.all(t, p)
		}
		var all, writing sync.WaitGroup
		written := make(chan struct{})
		for i := range writers {
			writing.Go(func() { scribble(t, w, projects, i, rand.New(rand.NewPCG(seed, uint64(i)))) })
		}
		all.Go(func() { writing.Wait(); close(written) })
		var mu sync.Mutex
		told := map[string][]byte{} // envelopes by project and number
		for i := range readings {
			for j := range projects {
				chosen, random := projects[j:j+1], rand.New(rand.NewPCG(seed, uint64(100+10*i+j)))
				if i == 0 { // some follow all
					chosen = projects
				}
				all.Go(func() {
					r := &reader{w: w, feeds: feeds, projects: chosen, random: random, begin: begin, seen: map[string]int64{}}
					if err := r.read(written, func(c *feed.Change) error {
						mu.Lock()
						defer mu.Unlock()
						name := fmt.Sprint(c.ProjectKey, c.Seq)
						if was := told[name]; was != nil && !bytes.Equal(was, c.Envelope()) {
							return fmt.Errorf("%s was %s and is %s", name, was, c.Envelope())
						}
						told[name] = c.Envelope()
						return nil
					}); err != nil {
						t.Error(err)
					}
				})
			}
		}
		all.Wait()
	})
}

// more are four projects of the editor, two of them new.
func more(t *testing.T, w *workspace) []*ent.Project {
	t.Helper()
	projects := []*ent.Project{w.project, w.other}
	err := w.hub.Write(viewer.AsSystem(t.Context()), func(ctx context.Context, tx *ent.Client) error {
		for len(projects) < followed {
			p := tx.Project.Create().SetKey(fmt.Sprint("P", len(projects))).SetName("x").SaveX(ctx)
			projects = append(projects, p)
			if err := people.Grant(ctx, tx, p.ID, w.user, membership.RoleEDITOR); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return projects
}

// scribble writes into one or two projects at a time, and sometimes changes its mind.
func scribble(t *testing.T, w *workspace, projects []*ent.Project, who int, random *rand.Rand) {
	for n := range commits {
		first, second, count, fails := projects[random.IntN(followed)], projects[random.IntN(followed)], 1+random.IntN(4), random.IntN(5) == 0
		err := w.hub.Write(w.editor, func(ctx context.Context, tx *ent.Client) error {
			if err := makeReleases(ctx, tx, first.ID, fmt.Sprintf("%d-%d", who, n), count); err != nil {
				return err
			}
			if second != first {
				if err := makeReleases(ctx, tx, second.ID, fmt.Sprintf("%d-%d", who, n), 1); err != nil {
					return err
				}
			}
			if fails {
				return context.Canceled
			}
			return nil
		})
		if err != nil && !fails {
			t.Errorf("writer %d: %v", who, err)
		}
	}
}

// reader follows projects with one connection after the other, now on this server and now on that.
type reader struct {
	w        *workspace
	feeds    []*feed.Feed
	projects []*ent.Project
	random   *rand.Rand
	begin    map[*ent.Project]feed.Cursor
	seen     map[string]int64
	cursor   feed.Cursor
}

// read goes on until everything was seen that was there when the writers had ended.
func (r *reader) read(written <-chan struct{}, take func(*feed.Change) error) error {
	for _, p := range r.projects {
		r.cursor = append(r.cursor, r.begin[p]...)
	}
	for {
		isLast := false
		select {
		case <-written:
			isLast = true
		default:
		}
		s, err := r.feeds[r.random.IntN(len(r.feeds))].Stream(r.w.editor, feed.Want{Projects: r.projects, After: r.cursor, Bookmarks: 5 * time.Millisecond})
		if err != nil {
			return err
		}
		err = r.take(s, r.random.IntN(60), take)
		s.Close()
		if done, headErr := r.isAtHead(); err != nil || headErr != nil || done && isLast {
			return firstOf(err, headErr)
		}
	}
}

func (r *reader) take(s *feed.Stream, most int, take func(*feed.Change) error) error {
	for i := 0; i <= most; i++ {
		item, err := s.Next(r.w.editor)
		if err != nil {
			return err
		}
		if r.cursor, err = feed.ParseCursor(item.Cursor); err != nil {
			return err
		}
		if item.Kind == feed.Bookmark {
			return nil
		}
		if item.Kind != feed.News {
			continue
		}
		c := item.Change
		if c.Seq != r.seen[c.ProjectKey]+1 {
			return fmt.Errorf("after number %d of %s came %d", r.seen[c.ProjectKey], c.ProjectKey, c.Seq)
		}
		r.seen[c.ProjectKey] = c.Seq
		if err := take(c); err != nil {
			return err
		}
	}
	return nil
}

func (r *reader) isAtHead() (bool, error) {
	for _, p := range r.projects {
		head, err := r.feeds[0].Head(r.w.editor, p)
		if err != nil || head.Head > r.seen[p.Key] {
			return false, err
		}
	}
	return true, nil
}

func firstOf(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}
