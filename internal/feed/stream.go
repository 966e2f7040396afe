package feed

import (
	"context"
	"errors"
	"time"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/internal/clock"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/viewer"
)

// Want is what somebody wants to follow.
type Want struct {
	// Projects are followed; at least one. The viewer must be a member of each.
	Projects []*ent.Project
	// After is where to go on: a cursor of exactly these projects. Without one only what comes from now on is given.
	After Cursor
	// Filter says which changes are given; those that are not still move the cursor.
	Filter Filter
	// Bookmarks is how long nothing may be given before a bookmark is; 0 means 15 seconds.
	Bookmarks time.Duration
}

// Kind is what an item of a stream is.
type Kind int

// The kinds of item.
const (
	// Ready comes first: from its cursor on nothing is missed.
	Ready Kind = iota + 1
	// News is a change.
	News
	// Bookmark only says where the stream stands, when there was nothing to give for a while.
	Bookmark
)

// Item is what a stream gives.
type Item struct {
	// Kind is what it is.
	Kind Kind
	// Change is the change; nil unless the item is news.
	Change *Change
	// Project is that of the change; nil unless the item is news.
	Project *ent.Project
	// Cursor is where to go on after the item, in all projects of the stream.
	Cursor string
	// Seq is the number of the last change up to which everything was given or kept back by the filter: in the project of
	// the change, or of a stream of one project; 0 for other items of a stream of several.
	Seq int64
	// At is when the change was made, in UTC; of other items, when they are given.
	At time.Time
}

// everyBookmark is how often a bookmark comes unless somebody wants it otherwise.
const everyBookmark = 15 * time.Second

var errClosed = errors.New("the stream is closed")

// Stream follows projects. It is for one goroutine at a time.
type Stream struct {
	feed      *Feed
	who       viewer.Viewer
	parts     []*part
	turn      int
	wake      chan struct{}
	bookmarks time.Duration
	due       time.Time // of the next bookmark; zero before Ready
	timer     *time.Timer
	end       error
}

// Stream begins to follow. For somebody who is not a member of a project it does not exist. A cursor from which nobody can
// go on is refused with its code; the faults say what to do instead.
func (f *Feed) Stream(ctx context.Context, want Want) (*Stream, error) {
	who, err := viewer.From(ctx)
	if err != nil {
		return nil, err
	}
	projects, err := distinct(want.Projects)
	if err != nil {
		return nil, err
	}
	places, heads, err := f.begin(ctx, projects, want.After)
	if err != nil {
		return nil, err
	}
	s := &Stream{feed: f, who: who, parts: make([]*part, len(projects)), wake: make(chan struct{}, 1), bookmarks: want.Bookmarks}
	if s.bookmarks <= 0 {
		s.bookmarks = everyBookmark
	}
	for i, p := range projects {
		if s.parts[i], err = f.part(ctx, p, places[i], want.Filter); err != nil {
			return nil, err
		}
		s.parts[i].known = heads[p.ID].Head
	}
	for i, p := range projects {
		s.parts[i].tail = f.follow(p, heads[p.ID], s.wake)
	}
	return s, nil
}

// Next waits for the next item: Ready, then changes, each once and in the order of its project, and bookmarks. When the
// context ends, or the database does not answer, it can be asked again. Any other error is the end, and says why:
// ACCESS_ENDED when the viewer is no longer a member, CURSOR_EXPIRED or CURSOR_OTHER_HISTORY when the log behind it is
// gone, FEED_DAMAGED when a change is missing in it.
func (s *Stream) Next(ctx context.Context) (Item, error) {
	if s.end != nil {
		return Item{}, s.end
	}
	item, err := s.next(viewer.With(ctx, s.who))
	if isEnd(err) {
		if found := fault.Of(err); len(found.Details) > 0 {
			_ = found.With("cursor", s.cursor().String())
		}
		s.Close()
		s.end = err
	}
	return item, err
}

func (s *Stream) next(ctx context.Context) (Item, error) {
	if err := ctx.Err(); err != nil {
		return Item{}, err
	}
	if s.due.IsZero() {
		return s.mark(ctx, Ready), nil
	}
	for {
		if !time.Now().Before(s.due) {
			if err := s.remain(ctx); err != nil {
				return Item{}, err
			}
			return s.mark(ctx, Bookmark), nil
		}
		c, from, moved, err := s.pull(ctx)
		if err != nil {
			return Item{}, err
		}
		if c != nil {
			return s.news(c, from.project), nil
		}
		if moved {
			continue
		}
		if err := s.wait(ctx); err != nil {
			return Item{}, err
		}
	}
}

// wait until something may have come, or a bookmark may be due.
func (s *Stream) wait(ctx context.Context) error {
	if s.timer == nil {
		s.timer = time.NewTimer(time.Until(s.due))
	}
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-s.wake:
	case <-s.timer.C:
		s.timer.Reset(time.Until(s.due)) // what was given since has put it off
	}
	return nil
}

func (s *Stream) news(c *Change, p *ent.Project) Item {
	s.due = time.Now().Add(s.bookmarks)
	item := Item{Kind: News, Change: c, Project: p, Cursor: c.Cursor(), Seq: c.Seq, At: c.At}
	if len(s.parts) > 1 {
		item.Cursor = s.cursor().String()
	}
	return item
}

func (s *Stream) mark(ctx context.Context, kind Kind) Item {
	s.due = time.Now().Add(s.bookmarks)
	if s.timer != nil {
		s.timer.Reset(s.bookmarks)
	}
	item := Item{Kind: kind, Cursor: s.cursor().String(), At: clock.Now(ctx)}
	if len(s.parts) == 1 {
		item.Seq = s.parts[0].at.Seq
	}
	return item
}

// Close ends the stream. It may be called more than once.
func (s *Stream) Close() {
	if s.end != nil {
		return
	}
	s.end = errClosed
	for _, p := range s.parts {
		s.feed.leave(p.tail, s.wake)
	}
	if s.timer != nil {
		s.timer.Stop()
	}
}
