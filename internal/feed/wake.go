package feed

import (
	"context"
	"fmt"
	"log/slog"
	"sync"
	"time"

	"entgo.io/ent/dialect"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/internal/ident"
)

// Run wakes those who wait, until the context ends, which is no error: at once after commits of this process, after
// notifications of others on PostgreSQL, and in any case when a look at the heads shows that there is more. When it
// returns nothing of it is left.
func (f *Feed) Run(ctx context.Context) error {
	f.mu.Lock()
	if f.life != nil {
		f.mu.Unlock()
		return fmt.Errorf("the feed runs already")
	}
	f.life = ctx
	f.mu.Unlock()
	var parts sync.WaitGroup
	defer func() {
		parts.Wait()
		f.mu.Lock()
		f.life = nil
		f.mu.Unlock()
		f.readers.Wait()
	}()
	if f.store.Dialect() == dialect.Postgres {
		parts.Go(func() { f.herald.run(ctx) })
		parts.Go(func() { f.listen(ctx) })
	}
	f.watch(ctx)
	return nil
}

// committed hears of commits of this process; the writer waits for it.
func (f *Feed) committed(projects []ident.ID) {
	for _, id := range projects {
		f.hint(id)
	}
	if f.store.Dialect() == dialect.Postgres {
		f.herald.add(projects)
	}
}

// listen hears of commits of other processes. Where the server refuses, looking at the heads must do.
func (f *Feed) listen(ctx context.Context) {
	if err := f.store.Listen(ctx, f.ears.hear); err != nil && ctx.Err() == nil {
		slog.WarnContext(ctx, "the database tells nothing of commits of others: their changes arrive a little later", "error", err)
	}
}

// watch looks at the heads, now and then and when something was heard.
func (f *Feed) watch(ctx context.Context) {
	timer := time.NewTimer(0)
	defer timer.Stop()
	failed := false
	for {
		var heard map[ident.ID]struct{}
		select {
		case <-ctx.Done():
			return
		case <-timer.C:
		case <-f.ears.ring:
			heard = f.ears.take()
		}
		err := f.look(ctx, heard)
		if err != nil && !failed && ctx.Err() == nil {
			slog.WarnContext(ctx, "the heads of the feeds cannot be read; it is tried again", "error", err)
		}
		failed = err != nil
		if len(heard) == 0 {
			timer.Reset(f.interval())
		}
	}
}

func (f *Feed) interval() time.Duration {
	f.mu.Lock()
	defer f.mu.Unlock()
	if len(f.tails) == 0 {
		return f.pace.idle
	}
	return f.pace.followed
}

// look compares the heads of followed projects with what their tails have seen: of those that were heard of, or of all.
func (f *Feed) look(ctx context.Context, heard map[ident.ID]struct{}) error {
	var followed []*ent.Project
	seen := map[ident.ID]*view{}
	f.mu.Lock()
	for id, t := range f.tails {
		if _, is := heard[id]; is || len(heard) == 0 {
			followed, seen[id] = append(followed, t.project), t.view.Load()
		}
	}
	f.mu.Unlock()
	if len(followed) == 0 {
		return nil
	}
	heads, err := f.heads(ctx, followed)
	if err != nil {
		return err
	}
	for id, v := range seen {
		if head := heads[id]; head.Epoch != v.epoch || head.Head != v.last() {
			f.hint(id)
		}
	}
	return nil
}
