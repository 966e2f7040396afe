package feed_test

import (
	"context"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/internal/feed"
)

func TestNothingGoesOnWhenTheContextHasEnded(t *testing.T) {
	each(t, func(t *testing.T, w *workspace) {
		ctx, cancel := context.WithCancel(w.editor)
		done := make(chan error)
		const waiting = 20
		for range waiting {
			s := w.stream(t, feed.Want{Projects: []*ent.Project{w.project, w.other}})
			next(t, s, feed.Ready)
			go func() {
				_, err := s.Next(ctx)
				s.Close()
				done <- err
			}()
		}
		w.releases(t, w.other, "r", 1)
		for range waiting {
			if err := <-done; err != nil {
				t.Errorf("a stream ended with %v", err)
			}
		}
		cancel()
		w.stop()
		if left := ours(t); left != "" {
			t.Errorf("still there:\n%s", left)
		}
		if err := w.feed.Run(ctx); err != nil { // it has ended well enough to begin again
			t.Errorf("it does not run again: %v", err)
		}
	})
}

func TestOnlyOneRunGoesOnAtATime(t *testing.T) {
	each(t, func(t *testing.T, w *workspace) {
		s := w.stream(t, feed.Want{Projects: []*ent.Project{w.project}})
		w.releases(t, w.project, "r", 1)
		news(t, s, 1) // it runs
		if err := w.feed.Run(t.Context()); err == nil {
			t.Error("it runs twice")
		}
	})
}

// ours are the goroutines of the feed that are still there after those that are about to end had time to.
func ours(t *testing.T) string {
	t.Helper()
	deadline := time.Now().Add(5 * time.Second)
	for {
		all := make([]byte, 1<<20)
		all = all[:runtime.Stack(all, true)]
		var left []string
		for one := range strings.SplitSeq(string(all), "\n\n") {
			if strings.Contains(one, "asterism/internal/feed.") && !strings.Contains(one, "testing.(*T)") {
				left = append(left, one)
			}
		}
		if len(left) == 0 || time.Now().After(deadline) {
			return strings.Join(left, "\n\n")
		}
		runtime.Gosched()
	}
}
