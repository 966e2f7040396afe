package store

import (
	"context"
	"sync"
	"time"

	"github.com/asterism-qa/asterism/internal/fault"
)

const (
	// queueing is how long a read waits for a connection. Whoever cannot be served soon is told so: a queue that grows
	// serves nobody in time.
	queueing = 2 * time.Second
	// spare is how many connections a pool has beyond its turns, so that those who take none get an answer when all are
	// busy: pings, and those who read the log of changes.
	spare = 4
)

// turns are the rights to use a connection of a pool. They are given in the order in which they are asked for.
type turns struct {
	taken chan struct{}
	limit time.Duration // of a read's waiting
}

func newTurns(n int) *turns { return &turns{make(chan struct{}, n), queueing} }

// read waits for a turn, but not long. Leave gives it back; more often than once does no harm.
func (t *turns) read(ctx context.Context) (leave func(), err error) {
	select {
	case t.taken <- struct{}{}:
		return t.leaving(), nil
	default:
	}
	waiting := time.NewTimer(t.limit)
	defer waiting.Stop()
	select {
	case t.taken <- struct{}{}:
		return t.leaving(), nil
	case <-ctx.Done():
		return nil, ctx.Err()
	case <-waiting.C:
		return nil, fault.New(fault.Unavailable, "the database is busy: too much is asked of it at once; try again in a few seconds")
	}
}

// write waits for a turn for as long as the context allows: what a person wrote is worth more patience than a page that
// can be loaded again.
func (t *turns) write(ctx context.Context) (leave func(), err error) {
	select {
	case t.taken <- struct{}{}:
		return t.leaving(), nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

func (t *turns) leaving() func() { return sync.OnceFunc(func() { <-t.taken }) }
