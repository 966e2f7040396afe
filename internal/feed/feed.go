package feed

import (
	"context"
	"sync"
	"time"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/internal/changes"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/store/changelog"
)

// Feed is the log of one workspace for those who follow it. A process has one; several on the same database give the same.
type Feed struct {
	store     *store.Store
	hub       *changes.Hub
	herald    *herald
	ears      *ears
	pace      pace
	around    neighbourhoods
	retention retention

	mu    sync.Mutex
	tails map[ident.ID]*tail
	// life is how long Run goes on; nil while it does not run.
	life    context.Context
	readers sync.WaitGroup
}

// pace says how often the heads are looked at for commits that nobody told of.
type pace struct {
	followed time.Duration // while somebody waits
	idle     time.Duration // while nobody does
}

// New makes the feed of a store, which hears of what is written through the hub. Nobody who waits is woken before Run.
func New(s *store.Store, h *changes.Hub) *Feed {
	f := &Feed{
		store: s, hub: h, retention: usual, tails: map[ident.ID]*tail{}, ears: newEars(),
		herald: newHerald(50*time.Millisecond, s.Notify),
		pace:   pace{followed: 250 * time.Millisecond, idle: 2 * time.Second},
	}
	h.Watch(f.committed)
	return f
}

// Head is how far the feed of a project has come.
func (f *Feed) Head(ctx context.Context, p *ent.Project) (changelog.Head, error) {
	heads, err := f.heads(ctx, []*ent.Project{p})
	return heads[p.ID], err
}

// heads are those of some projects, in one statement. A project without a feed stands at its beginning.
func (f *Feed) heads(ctx context.Context, projects []*ent.Project) (map[ident.ID]changelog.Head, error) {
	ids := make([]ident.ID, len(projects))
	for i, p := range projects {
		ids[i] = p.ID
	}
	heads, err := changelog.Heads(ctx, f.store.Client, f.store.Dialect(), ids)
	if err != nil {
		return nil, err
	}
	for _, id := range ids {
		if _, found := heads[id]; !found {
			heads[id] = unbegun(id)
		}
	}
	return heads, nil
}

// unbegun is the head of a project that has no feed yet: it was there before there were feeds, and not changed since.
func unbegun(project ident.ID) changelog.Head {
	return changelog.Head{Project: project, Epoch: noEpoch}
}

// Start is the cursor in front of everything that is kept of a project. The caller has made sure that the viewer may see
// the project; whoever reads from the cursor is asked again.
func (f *Feed) Start(ctx context.Context, p *ent.Project) (Cursor, error) {
	head, err := f.Head(ctx, p)
	return Cursor{{p.ID, head.Epoch, head.Floor}}, err
}

// Now is the cursor behind the last change of a project; otherwise like Start.
func (f *Feed) Now(ctx context.Context, p *ent.Project) (Cursor, error) {
	head, err := f.Head(ctx, p)
	return Cursor{{p.ID, head.Epoch, head.Head}}, err
}
