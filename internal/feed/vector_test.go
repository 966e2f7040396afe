package feed_test

import (
	"bytes"
	"testing"
	"time"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/feed"
)

// both are the two projects of a workspace.
func both(w *workspace) []*ent.Project { return []*ent.Project{w.other, w.project} }

func TestAStreamOfSeveralProjectsKeepsTheOrderOfEachAndItsCursorHoldsAll(t *testing.T) {
	each(t, func(t *testing.T, w *workspace) {
		s := w.stream(t, feed.Want{Projects: append(both(w), w.project)}) // named twice, followed once
		ready := next(t, s, feed.Ready)
		if at := parsed(t, ready.Cursor); len(at) != 2 || ready.Seq != 0 {
			t.Fatalf("ready is %+v", ready)
		}
		for range 3 {
			w.releases(t, w.project, time.Now().Format(time.RFC3339Nano), 2)
			w.releases(t, w.other, time.Now().Format(time.RFC3339Nano), 1)
		}
		got := news(t, s, 9)
		stands := map[*ent.Project]int64{w.project: 2, w.other: 2}
		for i, item := range got {
			p := w.project
			if item.Project.ID == w.other.ID {
				p = w.other
			}
			if stands[p]++; item.Seq != stands[p] || item.Change.Seq != item.Seq || item.Change.ProjectKey != p.Key {
				t.Errorf("change %d is %+v", i, item)
			}
			for _, at := range parsed(t, item.Cursor) {
				if at.Project == w.project.ID && at.Seq != stands[w.project] || at.Project == w.other.ID && at.Seq != stands[w.other] {
					t.Errorf("the cursor of change %d holds %+v, not %v", i, at, stands)
				}
			}
		}
		for i, item := range got { // from each of them on nothing is missing and nothing comes again
			again := w.stream(t, feed.Want{Projects: both(w), After: parsed(t, item.Cursor)})
			rest := map[string][]byte{}
			for _, one := range got[i+1:] {
				rest[one.Change.Event] = one.Change.Envelope()
			}
			for _, one := range news(t, again, 8-i) {
				if !bytes.Equal(rest[one.Change.Event], one.Change.Envelope()) {
					t.Errorf("after change %d came %s", i, one.Change.Envelope())
				}
				delete(rest, one.Change.Event)
			}
		}
	})
}

func TestAVectorCursorIsOneOfExactlyTheProjects(t *testing.T) {
	each(t, func(t *testing.T, w *workspace) {
		mine, others := w.all(t, w.project), w.all(t, w.other)
		third := feed.Position{Project: mine[0].Project, Epoch: mine[0].Epoch}
		third.Project[3]++
		for name, after := range map[string]feed.Cursor{
			"lacks one": mine, "has another one": {mine[0], third}, "has one more": {mine[0], others[0], third},
		} {
			if _, err := w.feed.Stream(w.editor, feed.Want{Projects: both(w), After: after}); !fault.Is(err, feed.CursorInvalid) {
				t.Errorf("a cursor that %s: %v", name, err)
			}
		}
		if _, err := w.feed.Stream(w.editor, feed.Want{}); !fault.Is(err, fault.Invalid) {
			t.Errorf("no projects: %v", err)
		}
	})
}

func TestAProjectWithMuchToCatchUpDoesNotHoldUpTheOthers(t *testing.T) {
	each(t, func(t *testing.T, w *workspace) {
		w.releases(t, w.project, "much", 1200)
		w.releases(t, w.other, "little", 3)
		s := w.stream(t, feed.Want{Projects: both(w), After: append(w.all(t, w.project), w.all(t, w.other)...)})
		little := 0
		for _, item := range news(t, s, 12) {
			if item.Project.ID == w.other.ID {
				little++
			}
		}
		if little != 5 {
			t.Errorf("among the first were %d of 5", little)
		}
	})
}
