package feed

import (
	"context"
	"log/slog"
	"sync"
	"sync/atomic"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/store/changelog"
)

// What a tail holds at most, in changes and in bytes.
const (
	tailChanges = 1024
	tailBytes   = 4 << 20
)

// tail is the end of the log of one project, in memory as long as somebody follows it. It is read once for all of them.
// Whoever stands before what it holds reads the log, and finds there what went wrong if something did.
type tail struct {
	project *ent.Project
	view    atomic.Pointer[view]

	// busy says that somebody reads for the tail, again that there was another hint since. Both belong to the feed's lock.
	busy, again bool

	mu        sync.Mutex
	followers map[chan struct{}]struct{}
}

// view is what a tail holds at one moment; it never changes.
type view struct {
	epoch   string
	base    int64 // the number before the first of the changes
	changes []*Change
	bytes   int
}

// last is the number of the last change that was seen.
func (v *view) last() int64 { return v.base + int64(len(v.changes)) }

// holds tells whether everything behind a position is here, as far as it was seen.
func (v *view) holds(at Position) bool { return at.Epoch == v.epoch && at.Seq >= v.base }

// after are at most some changes behind a position that it holds.
func (v *view) after(at Position, most int) []*Change {
	from := at.Seq - v.base
	if from >= int64(len(v.changes)) {
		return nil
	}
	some := v.changes[from:]
	return some[:min(len(some), most)]
}

// with is the view with further changes. When it grows too large, the older half goes: that is rarely, and leaves nothing
// behind in memory that nobody can reach.
func (v *view) with(further []*Change) *view {
	next := &view{epoch: v.epoch, base: v.base, changes: append(v.changes, further...), bytes: v.bytes}
	for _, c := range further {
		next.bytes += c.weight()
	}
	if len(next.changes) <= tailChanges && next.bytes <= tailBytes {
		return next
	}
	first := 0
	for len(next.changes)-first > tailChanges/2 || next.bytes > tailBytes/2 {
		next.bytes -= next.changes[first].weight()
		first++
	}
	next.base += int64(first)
	next.changes = append(make([]*Change, 0, tailChanges), next.changes[first:]...)
	return next
}

// weight is about how many bytes a change takes: its row, and as many again once it was delivered.
func (c *Change) weight() int { return 2*len(c.Data) + 1024 }

// follow lets a channel hear of news of a project, and gives the tail that has them.
func (f *Feed) follow(p *ent.Project, head changelog.Head, wake chan struct{}) *tail {
	f.mu.Lock()
	t := f.tails[p.ID]
	isNew := t == nil
	if isNew {
		t = &tail{project: p, followers: map[chan struct{}]struct{}{}}
		t.view.Store(&view{epoch: head.Epoch, base: head.Head})
		f.tails[p.ID] = t
	}
	t.mu.Lock()
	t.followers[wake] = struct{}{}
	t.mu.Unlock()
	f.mu.Unlock()
	if isNew {
		f.ears.more()
		f.hint(p.ID) // something may have been committed since the head was read
	}
	return t
}

// leave ends what follow began. A tail that nobody follows is given up.
func (f *Feed) leave(t *tail, wake chan struct{}) {
	f.mu.Lock()
	defer f.mu.Unlock()
	t.mu.Lock()
	defer t.mu.Unlock()
	delete(t.followers, wake)
	if len(t.followers) == 0 && f.tails[t.project.ID] == t {
		delete(f.tails, t.project.ID)
	}
}

// hint says that there may be news of a project. One goroutine at a time reads for a tail, and only while Run goes on.
func (f *Feed) hint(project ident.ID) {
	f.mu.Lock()
	defer f.mu.Unlock()
	t := f.tails[project]
	switch {
	case t == nil || f.life == nil || f.life.Err() != nil:
	case t.busy:
		t.again = true
	default:
		t.busy = true
		life := f.life
		f.readers.Go(func() { f.refresh(life, t) })
	}
}

func (f *Feed) refresh(ctx context.Context, t *tail) {
	for {
		err := f.advance(ctx, t)
		f.mu.Lock()
		if err != nil || !t.again {
			t.busy, t.again = false, false
			f.mu.Unlock()
			break
		}
		t.again = false
		f.mu.Unlock()
	}
}

// advance brings a tail to the head. What cannot be read now is read when the heads are looked at next.
func (f *Feed) advance(ctx context.Context, t *tail) error {
	for {
		v := t.view.Load()
		found, head, err := f.read(ctx, t.project, Position{t.project.ID, v.epoch, v.last()}, 0, batch)
		switch {
		case ctx.Err() != nil:
			return ctx.Err()
		case isEnd(err): // readers who are concerned find out by themselves
			t.publish(&view{epoch: head.Epoch, base: head.Head})
			return nil
		case err != nil:
			slog.WarnContext(ctx, "the log of changes could not be read; it is tried again", "project", t.project.Key, "error", err)
			return err
		case len(found) > 0:
			t.publish(v.with(found))
		}
		if t.view.Load().last() >= head.Head {
			return nil
		}
	}
}

// publish shows a view to all followers.
func (t *tail) publish(v *view) {
	t.view.Store(v)
	t.mu.Lock()
	defer t.mu.Unlock()
	for wake := range t.followers {
		select {
		case wake <- struct{}{}:
		default: // it was woken already and has not looked yet
		}
	}
}

// isEnd tells whether an error ends the way of a reader: it cannot go on by asking again.
func isEnd(err error) bool {
	found := fault.Of(err)
	if found == nil {
		return false
	}
	switch found.Code {
	case CursorExpired, CursorOtherHistory, CursorAhead, CursorInvalid, AccessEnded, FeedDamaged:
		return true
	}
	return false
}
