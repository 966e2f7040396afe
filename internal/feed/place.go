package feed

import (
	"context"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/store/changelog"
)

// Check tells whether one can go on from a cursor of a project; the fault says why not.
func (f *Feed) Check(ctx context.Context, p *ent.Project, at Cursor) error {
	_, _, err := f.begin(ctx, []*ent.Project{p}, at)
	return err
}

// HeadIn is how far the feed of a project has come as a client sees it, such as one of a moment. A project that the viewer
// may not see by then does not exist.
func (f *Feed) HeadIn(ctx context.Context, client *ent.Client, p *ent.Project) (changelog.Head, error) {
	if err := visible(ctx, client, p.ID); err != nil {
		if fault.Is(err, fault.NotFound) {
			return changelog.Head{}, fault.New(fault.NotFound, "there is no project %s", p.Key).At("project")
		}
		return changelog.Head{}, err
	}
	heads, err := changelog.Heads(ctx, client, f.store.Dialect(), []ident.ID{p.ID})
	if head, begun := heads[p.ID]; begun || err != nil {
		return head, err
	}
	return unbegun(p.ID), nil
}

// Dialect is the kind of database that the log is in, as internal/store/changelog asks for it.
func (f *Feed) Dialect() string { return f.store.Dialect() }

// Place is where the stream stands, as a bookmark that was not waited for.
func (s *Stream) Place(ctx context.Context) Item { return s.mark(ctx, Bookmark) }
