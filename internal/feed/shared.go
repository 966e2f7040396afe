package feed

import (
	"context"
	"fmt"
	"runtime"
	"slices"
	"sync"
	"weak"

	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/store/changelog"
)

// neighbourhoods are those that readers of the same roots share, so that a thousand of them at the head cost one reading.
// They are forgotten when their last reader is gone. The zero value is ready.
type neighbourhoods struct {
	mu    sync.Mutex
	known map[string]*spot
}

// spot is the place of one neighbourhood. Who holds the turn reads it; the others wait and take what was read.
type spot struct {
	turn  chan struct{}
	users int
	last  weak.Pointer[around]
}

// of gives the neighbourhood of a filter's roots as it is after the change with a number of an epoch, or later. It reads it unless
// somebody else has just done so. An error is the asker's own: the next one reads again.
func (n *neighbourhoods) of(ctx context.Context, m *matcher, epoch string, atLeast int64) (*around, error) {
	key := named(m.project, m.filter)
	at := n.enter(key)
	defer n.leave(key)
	select {
	case at.turn <- struct{}{}:
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	defer func() { <-at.turn }()
	if found := at.last.Value(); found != nil && found.asOf >= atLeast && found.epoch == epoch {
		return found, nil
	}
	heads, err := changelog.Heads(ctx, m.client, m.dialect, []ident.ID{m.project})
	if err != nil {
		return nil, err
	}
	ids, err := under(ctx, m.client, m.project, m.filter)
	if err != nil {
		return nil, err
	}
	if err := visible(ctx, m.client, m.project); err != nil {
		return nil, err
	}
	found := &around{epoch: heads[m.project].Epoch, asOf: heads[m.project].Head, ids: ids}
	n.keep(key, at, found)
	return found, nil
}

// enter gives the place of a neighbourhood and keeps it until the asker leaves.
func (n *neighbourhoods) enter(key string) *spot {
	n.mu.Lock()
	defer n.mu.Unlock()
	at := n.known[key]
	if at == nil {
		at = &spot{turn: make(chan struct{}, 1)}
		if n.known == nil {
			n.known = map[string]*spot{}
		}
		n.known[key] = at
	}
	at.users++
	return at
}

func (n *neighbourhoods) leave(key string) {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.known[key].users--
	n.forget(key)
}

// keep notes what was read for as long as somebody uses it.
func (n *neighbourhoods) keep(key string, at *spot, found *around) {
	n.mu.Lock()
	defer n.mu.Unlock()
	at.last = weak.Make(found)
	runtime.AddCleanup(found, func(key string) {
		n.mu.Lock()
		defer n.mu.Unlock()
		n.forget(key)
	}, key)
}

// forget gives up a place that nobody asks at and whose neighbourhood nobody holds.
func (n *neighbourhoods) forget(key string) {
	if at := n.known[key]; at != nil && at.users == 0 && at.last.Value() == nil {
		delete(n.known, key)
	}
}

// named is the same text for the same roots, in whatever order they are named.
func named(project ident.ID, f Filter) string {
	requirements, releases := slices.Clone(f.Requirements), slices.Clone(f.Releases)
	slices.SortFunc(requirements, byID)
	slices.SortFunc(releases, byID)
	return fmt.Sprint(project, slices.Compact(requirements), slices.Compact(releases))
}
