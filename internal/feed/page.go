package feed

import (
	"context"
	"math"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/store/changelog"
)

// maxScan is how many changes one page looks at, so that a filter that lets little through does not keep anybody waiting.
const maxScan = 5000

// Page is a piece of the feed.
type Page struct {
	// Changes are in order; none when the filter let nothing through.
	Changes []*Change
	// Next is where to go on, also when there are no changes.
	Next Cursor
	// Head is the number of the project's last change.
	Head int64
	// More says that the feed goes on behind Next.
	More bool
}

// Read gives at most limit changes behind a cursor that the filter lets through; without a cursor, from the first one that
// is kept. It looks at no more than 5,000 changes: with fewer than limit there may still be More. Hidden projects and bad
// cursors are refused as by Stream.
func (f *Feed) Read(ctx context.Context, p *ent.Project, after Cursor, filter Filter, limit int) (Page, error) {
	if len(after) == 0 {
		start, err := f.Start(ctx, p)
		if err != nil {
			return Page{}, err
		}
		after = start
	}
	places, heads, err := f.begin(ctx, []*ent.Project{p}, after)
	if err != nil {
		return Page{}, err
	}
	way, err := f.part(ctx, p, places[0], filter)
	if err != nil {
		return Page{}, err
	}
	way.known = heads[p.ID].Head
	var page Page
	for len(page.Changes) < limit && way.at.Seq-places[0].Seq < maxScan {
		c, moved, err := way.next(ctx)
		if err != nil {
			return Page{}, err
		}
		if c != nil {
			page.Changes = append(page.Changes, c)
		} else if !moved {
			break
		}
	}
	page.Next, page.Head = Cursor{way.at}, max(way.known, way.at.Seq)
	page.More = page.Head > way.at.Seq
	return page, nil
}

// Wait waits until there is something behind a cursor, or until the context ends, whose error it then gives. Whoever gets
// nil reads; when the cursor has become useless meanwhile, that says why. It needs Run.
func (f *Feed) Wait(ctx context.Context, p *ent.Project, after Cursor) error {
	places, heads, err := f.begin(ctx, []*ent.Project{p}, after)
	if err != nil || heads[p.ID].Head > places[0].Seq {
		return err
	}
	wake := make(chan struct{}, 1)
	t := f.follow(p, heads[p.ID], wake)
	defer f.leave(t, wake)
	for {
		if v := t.view.Load(); v.epoch != places[0].Epoch || v.last() > places[0].Seq {
			return nil
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-wake:
		}
	}
}

// Back gives at most limit changes below a number, the newest first; 0 means from the newest on. With an entity it gives
// only the changes of that thing. It ends where changes are no longer kept.
func (f *Feed) Back(ctx context.Context, p *ent.Project, before int64, entity ident.ID, filter Filter, limit int) ([]*Change, error) {
	_, heads, err := f.begin(ctx, []*ent.Project{p}, nil)
	if err != nil {
		return nil, err
	}
	way, err := f.part(ctx, p, Position{}, filter)
	if err != nil {
		return nil, err
	}
	if before <= 0 {
		before = math.MaxInt64
	}
	var found []*Change
	for len(found) < limit {
		some, err := f.below(ctx, p, heads[p.ID].Epoch, before, entity, min(batch, max(limit, 50)))
		if err != nil || len(some) == 0 {
			return found, err
		}
		before = some[len(some)-1].Seq
		passed, err := way.sift(ctx, some)
		if err != nil {
			return nil, err
		}
		for i, c := range some {
			if len(found) < limit && (passed == nil || passed[i]) {
				found = append(found, c)
			}
		}
	}
	return found, nil
}

// below reads changes backwards, of a project or of one thing in it.
func (f *Feed) below(ctx context.Context, p *ent.Project, epoch string, before int64, entity ident.ID, limit int) ([]*Change, error) {
	var records []changelog.Record
	var err error
	if entity.IsZero() {
		records, err = changelog.Before(ctx, f.store.Client, f.store.Dialect(), p.ID, before, limit)
	} else {
		records, err = changelog.History(ctx, f.store.Client, f.store.Dialect(), p.ID, entity, before, limit)
	}
	if err != nil {
		return nil, err
	}
	found := make([]*Change, len(records))
	for i, r := range records {
		if found[i], err = made(p, epoch, r); err != nil {
			return nil, err
		}
	}
	return found, nil
}
