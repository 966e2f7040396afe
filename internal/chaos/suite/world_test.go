//go:build unix

package suite_test

import (
	"context"
	"fmt"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/asterism-qa/asterism/internal/chaos/history"
	"github.com/asterism-qa/asterism/internal/chaos/process"
	"github.com/asterism-qa/asterism/internal/chaos/proxy"
)

// world is a site and everybody who uses it.
type world struct {
	*site
	t        *testing.T
	seed     uint64
	projects []string
	// stopped is closed when writers shall begin nothing new.
	stopped chan struct{}
	writing sync.WaitGroup
	// following ends when subscribers shall.
	following context.Context
	leave     context.CancelFunc
	reading   sync.WaitGroup

	ticks                          atomic.Int64
	acknowledged, unknown, resumed atomic.Int64
	pool                           history.Pool
	mu                             sync.Mutex
	writes                         []history.Write
	imports                        []history.Import
	importing                      map[*process.Process]bool
	problems                       []string
	subscribers                    []*subscriber
	link                           *proxy.Proxy
	// linked is the subscriber behind the link.
	linked *subscriber
	kills  map[kind]int
	// bases are the things of each project where subscribers begin.
	bases map[string]map[string]history.Entity
}

// inhabit lets nobody in yet.
func inhabit(t *testing.T, s *site, seed uint64, projects ...string) *world {
	w := &world{
		site: s, t: t, seed: seed, projects: projects, stopped: make(chan struct{}),
		importing: map[*process.Process]bool{}, kills: map[kind]int{}, bases: map[string]map[string]history.Entity{},
	}
	w.following, w.leave = context.WithCancel(t.Context())
	t.Cleanup(func() {
		w.leave()
		w.stop()
		w.reading.Wait()
		w.writing.Wait()
	})
	return w
}

// tick is the next moment of the history.
func (w *world) tick() int64 { return w.ticks.Add(1) }

// stop lets writers end what they are at.
func (w *world) stop() {
	w.mu.Lock()
	defer w.mu.Unlock()
	select {
	case <-w.stopped:
	default:
		close(w.stopped)
	}
}

func (w *world) isStopped() bool {
	select {
	case <-w.stopped:
		return true
	default:
		return false
	}
}

// problem notes what is no broken promise of the feed but must not be either, once for each wording.
func (w *world) problem(words string, values ...any) {
	text := fmt.Sprintf(words, values...)
	w.mu.Lock()
	defer w.mu.Unlock()
	if len(w.problems) < 20 {
		w.problems = append(w.problems, text)
	}
}

// mark is how far everybody has come.
type mark struct {
	acknowledged int64
	lines        []int64 // by subscriber
}

func (w *world) mark() mark {
	now := mark{acknowledged: w.acknowledged.Load()}
	for _, s := range w.subscribers {
		now.lines = append(now.lines, s.received.Load())
	}
	return now
}

// Between two kills everybody comes so much further.
const (
	linesBetween            = 3
	acknowledgementsBetween = 3
)

// progress waits until everybody who can has come further. That somebody does not is the finding of this suite: one who is
// stuck.
func (w *world) progress(ctx context.Context, from mark) error {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	for {
		stuck := ""
		now := w.mark()
		if now.acknowledged < from.acknowledged+acknowledgementsBetween {
			stuck = "the writers"
		}
		for i, s := range w.subscribers {
			if now.lines[i] < from.lines[i]+linesBetween && !s.isHeld() {
				stuck = s.name
			}
		}
		if stuck == "" {
			return nil
		}
		select {
		case <-time.After(2 * time.Millisecond):
		case <-ctx.Done():
			return fmt.Errorf("%s did not go on for %s: %w", stuck, patience, ctx.Err())
		}
	}
}
