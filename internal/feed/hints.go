package feed

import (
	"context"
	"log/slog"
	"strings"
	"sync"
	"time"

	"github.com/google/uuid"

	"github.com/asterism-qa/asterism/internal/ident"
)

// maxNamed is how many projects a notification names; its text has room for two hundred.
const maxNamed = 200

// herald tells other processes of commits, not for each of them: once for all that come within a while.
type herald struct {
	pause time.Duration
	tell  func(ctx context.Context, payload string) error
	ring  chan struct{}

	mu    sync.Mutex
	dirty map[ident.ID]struct{}
}

func newHerald(pause time.Duration, tell func(ctx context.Context, payload string) error) *herald {
	return &herald{pause: pause, tell: tell, ring: make(chan struct{}, 1), dirty: map[ident.ID]struct{}{}}
}

// add notes projects that others are to hear of.
func (h *herald) add(projects []ident.ID) {
	h.mu.Lock()
	for _, id := range projects {
		h.dirty[id] = struct{}{}
	}
	h.mu.Unlock()
	select {
	case h.ring <- struct{}{}:
	default:
	}
}

// run tells until the context ends. The first commit after a pause is told at once. What cannot be told others find by
// themselves.
func (h *herald) run(ctx context.Context) {
	failed := false
	timer := time.NewTimer(0)
	defer timer.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-timer.C:
		}
		select {
		case <-ctx.Done():
			return
		case <-h.ring:
		}
		err := h.tell(ctx, h.payload())
		if err != nil && !failed && ctx.Err() == nil {
			slog.WarnContext(ctx, "other servers cannot be told of commits: they find them a little later", "error", err)
		}
		failed = err != nil
		timer.Reset(h.pause)
	}
}

// payload names the projects that were noted; it is empty when they are too many, which means any.
func (h *herald) payload() string {
	h.mu.Lock()
	defer h.mu.Unlock()
	names := make([]string, 0, len(h.dirty))
	for id := range h.dirty {
		names = append(names, id.UUID())
	}
	clear(h.dirty)
	if len(names) > maxNamed {
		return ""
	}
	return strings.Join(names, ",")
}

// ears keep what was heard until somebody looks.
type ears struct {
	ring chan struct{}

	mu    sync.Mutex
	any   bool
	heard map[ident.ID]struct{}
}

func newEars() *ears { return &ears{ring: make(chan struct{}, 1), heard: map[ident.ID]struct{}{}} }

// hear notes what a notification names. What it does not name readably means any.
func (e *ears) hear(payload string) {
	e.mu.Lock()
	for name := range strings.SplitSeq(payload, ",") {
		id, err := uuid.Parse(name)
		if err != nil {
			e.any = true
			break
		}
		e.heard[ident.ID(id)] = struct{}{}
	}
	e.mu.Unlock()
	e.wake()
}

// more notes that somebody began to follow a project.
func (e *ears) more() {
	e.mu.Lock()
	e.any = true
	e.mu.Unlock()
	e.wake()
}

func (e *ears) wake() {
	select {
	case e.ring <- struct{}{}:
	default:
	}
}

// take gives the projects that were heard of; none means any.
func (e *ears) take() map[ident.ID]struct{} {
	e.mu.Lock()
	defer e.mu.Unlock()
	found := e.heard
	if e.any {
		found = nil
	}
	e.any, e.heard = false, map[ident.ID]struct{}{}
	return found
}
