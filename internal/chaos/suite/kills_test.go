//go:build unix

package suite_test

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"github.com/asterism-qa/asterism/internal/chaos/proxy"
)

// kind is what is killed.
type kind string

const (
	aServer       kind = "server"
	aSubscriber   kind = "subscriber"
	anImport      kind = "import"
	aBackend      kind = "backend"
	thePostmaster kind = "postmaster"
)

// plan is how many of each kind are killed.
type plan map[kind]int

// order is the plan as one row, by chance.
func (p plan) order(c *chance) []kind {
	var row []kind
	for _, one := range slices.Sorted(maps.Keys(p)) {
		row = append(row, slices.Repeat([]kind{one}, p[one])...)
	}
	for i := range row {
		j := i + c.below(len(row)-i)
		row[i], row[j] = row[j], row[i]
	}
	return row
}

// kill kills by plan, each time when everybody has gone on since the last one.
func (w *world) kill(p plan) error {
	c, ctx := newChance(w.seed, 1), w.t.Context()
	for n, victim := range p.order(c) {
		from := w.mark()
		if err := w.progress(ctx, from); err != nil {
			return fmt.Errorf("before kill %d: %w", n+1, err)
		}
		w.spoil(c)
		striking, cancel := context.WithTimeout(ctx, patience)
		err := w.strike(striking, victim, c)
		cancel()
		if err != nil {
			return fmt.Errorf("kill %d, of a %s: %w", n+1, victim, err)
		}
		w.kills[victim]++
	}
	w.mend()
	return w.progress(ctx, w.mark())
}

// strike kills one and brings back what does not come back by itself.
func (w *world) strike(ctx context.Context, victim kind, c *chance) error {
	switch victim {
	case aServer:
		return w.strikeServer(ctx, c)
	case aSubscriber:
		return w.strikeChild(ctx, c, w.readers)
	case anImport:
		return w.strikeChild(ctx, c, w.importers)
	case aBackend:
		return w.strikeBackend(ctx, c)
	default:
		if err := w.cluster.KillPostmaster(); err != nil {
			return err
		}
		return w.cluster.Restart(ctx)
	}
}

// spoil sets the link of the subscriber behind it anew: it works about every other time.
func (w *world) spoil(c *chance) {
	mode := proxy.Through
	if c.half() {
		mode = []proxy.Mode{proxy.Cut, proxy.Hole, proxy.Deaf, proxy.Slow, proxy.Torn}[c.below(5)]
	}
	w.link.Set(mode)
	w.linked.held.Store(mode != proxy.Through)
}

// mend lets the link work.
func (w *world) mend() {
	w.link.Set(proxy.Through)
	w.linked.held.Store(false)
}
