//go:build unix

package suite_test

import (
	"context"
	"errors"
	"maps"
	"slices"

	"github.com/asterism-qa/asterism/internal/chaos/cluster"
	"github.com/asterism-qa/asterism/internal/chaos/process"
)

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
