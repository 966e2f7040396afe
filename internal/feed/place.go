package feed

import (
	"context"

	"github.com/asterism-qa/asterism/ent/gen/ent"
)

// Check tells whether one can go on from a cursor of a project; the fault says why not.
func (f *Feed) Check(ctx context.Context, p *ent.Project, at Cursor) error {
	_, _, err := f.begin(ctx, []*ent.Project{p}, at)
	return err
}

// Dialect is the kind of database that the log is in, as internal/store/changelog asks for it.
func (f *Feed) Dialect() string { return f.store.Dialect() }

// Place is where the stream stands, as a bookmark that was not waited for.
func (s *Stream) Place(ctx context.Context) Item { return s.mark(ctx, Bookmark) }
