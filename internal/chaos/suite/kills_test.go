//go:build unix

package suite_test

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"

	"github.com/asterism-qa/asterism/internal/chaos/cluster"
	"github.com/asterism-qa/asterism/internal/chaos/process"
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

// strikeServer kills a server. When there is another one, it is away, about every other time, until those who can have gone
// on there.
func (w *world) strikeServer(ctx context.Context, c *chance) error {
	server := w.servers[c.below(len(w.servers))]
	from := w.mark()
	server.Kill()
	if len(w.servers) > 1 && c.half() {
		bound := w.boundTo(server)
		for _, s := range bound {
			s.held.Store(true)
		}
		err := w.progress(ctx, from)
		for _, s := range bound {
			s.held.Store(false)
		}
		if err != nil {
			return err
		}
	}
	return server.Restart(ctx)
}

// boundTo are the subscribers who only know this server.
func (w *world) boundTo(server *process.Server) []*subscriber {
	return slices.DeleteFunc(slices.Clone(w.subscribers), func(s *subscriber) bool { return s.isHeld() || s.bound != server })
}

// strikeChild kills a process that is there at this moment.
func (w *world) strikeChild(ctx context.Context, c *chance, living func() []*process.Process) error {
	for {
		if found := living(); len(found) > 0 {
			found[c.below(len(found))].Kill()
			return nil
		}
		if away(ctx, again); ctx.Err() != nil {
			return errors.New("there was none")
		}
	}
}

func (w *world) readers() []*process.Process {
	var found []*process.Process
	for _, s := range w.subscribers {
		if child := s.child.Load(); child != nil && isLiving(child) {
			found = append(found, child)
		}
	}
	return found
}

func (w *world) importers() []*process.Process {
	w.mu.Lock()
	defer w.mu.Unlock()
	found := slices.DeleteFunc(slices.Collect(maps.Keys(w.importing)), func(p *process.Process) bool { return !isLiving(p) })
	slices.SortFunc(found, func(a, b *process.Process) int { return a.PID() - b.PID() })
	return found
}

func isLiving(p *process.Process) bool {
	select {
	case <-p.Done():
		return false
	default:
		return true
	}
}

// strikeBackend kills the process behind a connection; PostgreSQL then ends them all.
func (w *world) strikeBackend(ctx context.Context, c *chance) error {
	for {
		backends, err := w.cluster.Backends(ctx)
		if err == nil && len(backends) > 0 {
			err = w.cluster.KillBackend(ctx, backends[c.below(len(backends))])
			if err == nil {
				return w.cluster.Answers(ctx)
			}
		}
		if err != nil && !errors.Is(err, cluster.ErrGone) {
			if err := w.cluster.Answers(ctx); err != nil {
				return err
			}
		}
		if away(ctx, again); ctx.Err() != nil {
			return errors.Join(ctx.Err(), err)
		}
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
